package schema

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"

	"github.com/newsgraph/newsgraph/schema/generated"
)

// Documents are the only queries that may be asked, see [Options].
type Documents struct {
	byID   map[string]string // text by the ids that clients may give in the place of it, its SHA-256 among them
	tokens map[string]bool   // the texts without spaces and comments
}

// ReadDocuments reads queries from a file, or from all files of a folder and those within it: .graphql and .gql hold one
// document each, .json many by their ids, {"ID": "TEXT"} (as graphql-codegen and Relay write) or
// {"operations": [{"id": "ID", "body": "TEXT"}]} (as Apollo writes). A document that does not fit the schema is an error.
func ReadDocuments(path string) (*Documents, error) {
	d := &Documents{byID: map[string]string{}, tokens: map[string]bool{}}
	err := filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if err := d.readFile(file, file == path); err != nil {
			return fmt.Errorf("queries of %s: %w", file, err)
		}
		return nil
	})
	if err == nil && len(d.tokens) == 0 {
		err = fmt.Errorf("queries of %s: there is none: it has no .graphql, .gql or .json file with queries", path)
	}
	if err != nil {
		return nil, err
	}
	return d, nil
}

func (d *Documents) readFile(file string, named bool) error {
	ext := filepath.Ext(file)
	if ext != ".graphql" && ext != ".gql" && ext != ".json" {
		if named {
			return errors.New("the file must be .graphql, .gql or .json")
		}
		return nil
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if ext != ".json" {
		return d.add("", string(raw))
	}
	return d.addManifest(raw)
}

func (d *Documents) addManifest(raw []byte) error {
	var apollo struct {
		Operations []struct{ ID, Body string }
	}
	if err := json.Unmarshal(raw, &apollo); err == nil && len(apollo.Operations) > 0 {
		for _, o := range apollo.Operations {
			if err := d.add(o.ID, o.Body); err != nil {
				return err
			}
		}
		return nil
	}
	var byID map[string]string
	if err := json.Unmarshal(raw, &byID); err != nil {
		return errors.New(`it is neither {"ID": "TEXT"} nor {"operations": [{"id": "ID", "body": "TEXT"}]}`)
	}
	for id, text := range byID {
		if err := d.add(id, text); err != nil {
			return err
		}
	}
	return nil
}

func (d *Documents) add(id, text string) error {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	if _, errs := gqlparser.LoadQueryWithRules(schema, text, nil); len(errs) > 0 {
		return fmt.Errorf("%s: %w", documentName(id), errs)
	}
	d.tokens[bare(text)] = true
	d.byID[hashText(text)] = text
	if id != "" {
		d.byID[strings.TrimPrefix(id, "sha256:")] = text
	}
	return nil
}

func documentName(id string) string {
	if id == "" {
		return "the document"
	}
	return "the document " + id
}

// bare is a text without spaces and comments, with which clients' tools deal freely.
func bare(text string) string {
	var out strings.Builder
	for t := range readTokens(text) {
		if t.Kind != lexer.Comment {
			fmt.Fprintf(&out, "%d %q ", t.Kind, t.Value)
		}
	}
	return out.String()
}

// allowed is the extension that refuses queries that are not among the documents.
type allowed struct{ documents *Documents }

var _ interface {
	graphql.OperationParameterMutator
	graphql.HandlerExtension
} = allowed{}

// ExtensionName names the extension.
func (allowed) ExtensionName() string { return "AllowedQueries" }

// Validate has nothing to check.
func (allowed) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters puts the text in the place of its id, or looks whether the text may be asked.
func (a allowed) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	id, refused := queryHash(params)
	if refused != nil {
		return refused.of(ctx)
	}
	known := params.Query != "" && a.documents.tokens[bare(params.Query)]
	if params.Query == "" {
		params.Query, known = a.documents.byID[id]
	}
	if !known {
		f := refuse(http.StatusForbidden, "QUERY_NOT_ALLOWED", "only queries that the server has been given may be asked, and this is none of them (set by --queries)")
		f.err.Extensions["limit"], f.err.Extensions["flag"] = "queries", "--queries"
		return f.of(ctx)
	}
	return nil
}
