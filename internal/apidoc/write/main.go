// Command write writes docs/api.md; go generate runs it in the folder schema.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/newsgraph/newsgraph/internal/apidoc"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "apidoc:", err)
		os.Exit(1)
	}
}

func run() error {
	doc, err := apidoc.Read(".")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join("..", "docs", "api.md"), []byte(doc.Markdown()), 0o644)
}
