// Package apidoc writes the reference of the GraphQL API, docs/api.md, from the schema files and their examples.
//
// An example is a file schema/examples/TYPE/FIELD.graphql, where TYPE is query, mutation or subscription and FIELD a field of that root
// type; FIELD-NOTE.graphql is another one for the same field. Its comments at the top say what it asks. The answer, which make golden
// writes, lies beside it in FIELD.json.
package apidoc

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// Doc is the schema with its examples.
type Doc struct {
	Schema   *ast.Schema
	Examples []Example // sorted by root type and file
}

// Example is an operation on the articles of the folder examples, with its answer.
type Example struct {
	Operation ast.Operation // which root type it is for
	Field     string        // the field of the root type that it shows
	Caption   string        // what it asks, in a sentence
	Path      string        // the .graphql file
	Text      string        // the operation, without the caption
	Answer    string        // the golden answer, JSON; empty when there is none yet
}

// GoldenPath is the file of the example's answer.
func (e *Example) GoldenPath() string { return strings.TrimSuffix(e.Path, ".graphql") + ".json" }

// Read reads the schema files of the folder schema, and the examples below it, which must be valid operations that ask their field.
func Read(dir string) (*Doc, error) {
	s, err := readSchema(dir)
	if err != nil {
		return nil, err
	}
	d := &Doc{Schema: s}
	for _, op := range []ast.Operation{ast.Query, ast.Mutation, ast.Subscription} {
		files, err := filepath.Glob(filepath.Join(dir, "examples", string(op), "*.graphql"))
		if err != nil {
			return nil, fmt.Errorf("list the examples: %w", err)
		}
		slices.Sort(files)
		for _, file := range files {
			e, err := readExample(s, op, file)
			if err != nil {
				return nil, err
			}
			d.Examples = append(d.Examples, *e)
		}
	}
	return d, nil
}

func readSchema(dir string) (*ast.Schema, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.graphqls"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no schema files in %s: %w", dir, os.ErrNotExist)
	}
	slices.Sort(files)
	var sources []*ast.Source
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("read the schema: %w", err)
		}
		sources = append(sources, &ast.Source{Name: file, Input: string(text)})
	}
	s, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		return nil, fmt.Errorf("read the schema: %w", err)
	}
	return s, nil
}

func readExample(s *ast.Schema, op ast.Operation, file string) (*Example, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read an example: %w", err)
	}
	field, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(file), ".graphql"), "-")
	e := &Example{Operation: op, Field: field, Path: file}
	e.Caption, e.Text = cutCaption(string(text))
	doc, errs := gqlparser.LoadQueryWithRules(s, e.Text, rules.NewDefaultRules())
	if len(errs) > 0 {
		return nil, fmt.Errorf("example %s: %w", file, errs)
	}
	if len(doc.Operations) != 1 || doc.Operations[0].Operation != op || !selects(doc.Operations[0].SelectionSet, field) {
		return nil, fmt.Errorf("example %s is not one %s that asks %s", file, op, field)
	}
	answer, err := os.ReadFile(e.GoldenPath())
	if err != nil && !os.IsNotExist(err) {
		return nil, fmt.Errorf("read an example's answer: %w", err)
	}
	e.Answer = string(answer)
	return e, nil
}

// cutCaption cuts the comments at the top off and joins them.
func cutCaption(text string) (caption, rest string) {
	var words []string
	for {
		line, after, _ := strings.Cut(text, "\n")
		comment, ok := strings.CutPrefix(line, "#")
		if !ok {
			return strings.Join(words, " "), text
		}
		words, text = append(words, strings.TrimSpace(comment)), after
	}
}

func selects(set ast.SelectionSet, field string) bool {
	return slices.ContainsFunc(set, func(s ast.Selection) bool {
		f, ok := s.(*ast.Field)
		return ok && f.Name == field
	})
}

// Missing returns the fields of the root types, as "Query.stats", for which there is no example.
func (d *Doc) Missing() []string {
	var out []string
	for _, root := range d.roots() {
		for _, f := range fields(root.def) {
			if len(d.examplesOf(root.op, f.Name)) == 0 {
				out = append(out, root.def.Name+"."+f.Name)
			}
		}
	}
	return out
}

type root struct {
	op  ast.Operation
	def *ast.Definition
}

// roots returns the root types that there are.
func (d *Doc) roots() []root {
	all := []root{{ast.Query, d.Schema.Query}, {ast.Mutation, d.Schema.Mutation}, {ast.Subscription, d.Schema.Subscription}}
	return slices.DeleteFunc(all, func(r root) bool { return r.def == nil })
}

func (d *Doc) examplesOf(op ast.Operation, field string) []Example {
	var out []Example
	for _, e := range d.Examples {
		if e.Operation == op && e.Field == field {
			out = append(out, e)
		}
	}
	return out
}

// fields returns the fields that the schema files name, without those of introspection.
func fields(def *ast.Definition) ast.FieldList {
	var out ast.FieldList
	for _, f := range def.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			out = append(out, f)
		}
	}
	return out
}
