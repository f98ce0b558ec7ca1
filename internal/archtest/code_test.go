package archtest

import (
	"fmt"
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strings"
	"testing"
)

const (
	maxLines     = 500 // of a file that people write
	maxTestLines = 600 // of a test file
)

// vague are names that say nothing of what a package is.
var vague = []string{"util", "utils", "common", "helper", "helpers", "misc", "base"}

func TestPackages(t *testing.T) {
	t.Parallel()
	for dir, p := range parseTree(t) {
		t.Run(dir, func(t *testing.T) {
			t.Parallel()
			if slices.Contains(vague, path.Base(dir)) {
				t.Errorf("the name of package %s says nothing of what it is", dir)
			}
			if files := p.written(); len(files) > 0 && !slices.ContainsFunc(files, func(f source) bool {
				return f.syntax.Doc != nil
			}) {
				t.Errorf("package %s has no package comment: say what it is, and what it is not for", dir)
			}
			for _, f := range p.files {
				checkFile(t, f)
			}
			for _, complaint := range mutations(p) {
				t.Error(complaint)
			}
		})
	}
}

func checkFile(t *testing.T, f source) {
	t.Helper()
	if f.generated {
		return
	}
	limit := maxLines
	if f.test {
		limit = maxTestLines
	}
	if f.lines > limit {
		t.Errorf("%s has %d lines, more than %d: split it by what it is about", f.path, f.lines, limit)
	}
	for _, decl := range f.syntax.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if ok && fn.Recv == nil && fn.Name.Name == "init" {
			t.Errorf("%s has an init function: what a package needs is given to its constructor", f.path)
		}
	}
}

// mutations finds functions of a package, tests left out, that change one of its variables.
func mutations(p *pkg) []string {
	vars := map[string]bool{}
	for _, f := range p.written() {
		for name := range packageVars(f.syntax) {
			vars[name] = true
		}
	}
	var out []string
	for _, f := range p.written() {
		for _, decl := range f.syntax.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			own := localNames(fn)
			for _, name := range changed(fn.Body) {
				if vars[name] && !own[name] {
					out = append(out, fmt.Sprintf("%s: %s changes the package's variable %s", f.path, fn.Name.Name, name))
				}
			}
		}
	}
	return out
}

func packageVars(f *ast.File) map[string]bool {
	out := map[string]bool{}
	for _, decl := range f.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.VAR {
			continue
		}
		for _, spec := range gen.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				if name.Name != "_" {
					out[name.Name] = true
				}
			}
		}
	}
	return out
}

// localNames returns the names that a function declares, anywhere in it.
func localNames(fn *ast.FuncDecl) map[string]bool {
	out := map[string]bool{}
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			for _, name := range n.Names {
				out[name.Name] = true
			}
		case *ast.ValueSpec:
			for _, name := range n.Names {
				out[name.Name] = true
			}
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				addRoots(out, n.Lhs...)
			}
		case *ast.RangeStmt:
			if n.Tok == token.DEFINE {
				addRoots(out, n.Key, n.Value)
			}
		}
		return true
	})
	return out
}

func addRoots(out map[string]bool, exprs ...ast.Expr) {
	for _, e := range exprs {
		if name := rootOf(e); name != "" {
			out[name] = true
		}
	}
}

// changed returns the names at the root of what a function assigns to, counts up or clears.
func changed(body *ast.BlockStmt) []string {
	var out []string
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, e := range n.Lhs {
					out = append(out, rootOf(e))
				}
			}
		case *ast.IncDecStmt:
			out = append(out, rootOf(n.X))
		case *ast.CallExpr:
			if fn, ok := n.Fun.(*ast.Ident); ok && (fn.Name == "delete" || fn.Name == "clear") {
				out = append(out, rootOf(n.Args[0]))
			}
		}
		return true
	})
	return out
}

// rootOf returns the name at the root of x, x.f, x[i] and *x.
func rootOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return rootOf(e.X)
	case *ast.IndexExpr:
		return rootOf(e.X)
	case *ast.StarExpr:
		return rootOf(e.X)
	case *ast.ParenExpr:
		return rootOf(e.X)
	}
	return ""
}

// TestFilesOfTheTree guards against a walk that finds nothing, under which every rule would hold.
func TestFilesOfTheTree(t *testing.T) {
	t.Parallel()
	pkgs := parseTree(t)
	if p := pkgs["graph"]; p == nil || len(p.written()) < 5 {
		t.Fatalf("package graph was not read; read were %d packages", len(pkgs))
	}
	var names []string
	for dir := range pkgs {
		names = append(names, dir)
	}
	if !slices.ContainsFunc(names, func(dir string) bool { return strings.HasPrefix(dir, "loader/") }) {
		t.Fatal("no package of the loader was read")
	}
}
