// Command gqllean takes out of the code that gqlgen generated what costs a third of the time of a large answer and does nothing here:
// groups for @defer, which the schema does not have, in every object, and a goroutine for every item of a list, where batch.Load has
// loaded what all of them need. go generate runs it in the folder schema.
package main

import (
	"errors"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"strings"
)

// lean has what stands in generated code, and what takes its place.
var lean = strings.NewReplacer(
	"graphql.NewDeferredGroup(ctx)", "graphql.DeferredGroup{}",
	"graphql.MarshalSliceConcurrently(ctx, len(v), 0, false, ", "marshal.Slice(ctx, len(v), ",
)

const ourImport = "\t\"github.com/newsgraph/newsgraph/schema/marshal\"\n\n"

func main() {
	if err := run("generated"); err != nil {
		fmt.Fprintln(os.Stderr, "gqllean:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	changed := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		out := lean.Replace(string(text))
		if out == string(text) {
			continue
		}
		changed++
		if strings.Contains(out, "marshal.Slice(") {
			out = strings.Replace(out, "import (\n", "import (\n"+ourImport, 1)
		}
		formatted, err := format.Source([]byte(out))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := os.WriteFile(file, formatted, 0o644); err != nil { //nolint:gosec // a file of the folder that it was told
			return err
		}
	}
	if changed == 0 {
		return errors.New("gqlgen's code has changed: nothing of it was replaced")
	}
	return nil
}
