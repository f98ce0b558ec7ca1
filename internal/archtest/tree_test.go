package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// root is the repository's root, seen from this folder.
const root = "../.."

// module is the module's path.
const module = "github.com/newsgraph/newsgraph"

// source is a Go file of the repository.
type source struct {
	path      string // from the root, with slashes
	test      bool
	generated bool
	lines     int
	syntax    *ast.File
}

// pkg is the Go files of one folder.
type pkg struct {
	dir   string // from the root, with slashes
	files []source
}

// imports returns what the package's files import, test files left out: import path → a file that does.
func (p *pkg) imports() map[string]string {
	out := map[string]string{}
	for _, f := range p.files {
		if f.test {
			continue
		}
		for _, spec := range f.syntax.Imports {
			if to, err := strconv.Unquote(spec.Path.Value); err == nil {
				out[to] = f.path
			}
		}
	}
	return out
}

// written returns the files that people write: neither generated nor tests.
func (p *pkg) written() []source {
	var out []source
	for _, f := range p.files {
		if !f.test && !f.generated {
			out = append(out, f)
		}
	}
	return out
}

// parseTree parses all Go files of the repository, whatever their build tags: folder → package.
func parseTree(t *testing.T) map[string]*pkg {
	t.Helper()
	pkgs := map[string]*pkg{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return skipFolder(name, d.Name())
		}
		if !strings.HasSuffix(d.Name(), ".go") {
			return nil
		}
		f, err := parseFile(name)
		if err != nil {
			return err
		}
		dir := path.Dir(f.path)
		if pkgs[dir] == nil {
			pkgs[dir] = &pkg{dir: dir}
		}
		pkgs[dir].files = append(pkgs[dir].files, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pkgs
}

// skipFolder leaves out what the go command leaves out, and Python's and JavaScript's folders.
func skipFolder(name, base string) error {
	if name != root && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") ||
		base == "testdata" || base == "node_modules") {
		return filepath.SkipDir
	}
	return nil
}

func parseFile(name string) (source, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return source{}, err
	}
	fset := token.NewFileSet()
	syntax, err := parser.ParseFile(fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return source{}, err
	}
	rel, err := filepath.Rel(root, name)
	return source{
		path:      filepath.ToSlash(rel),
		test:      strings.HasSuffix(name, "_test.go"),
		generated: ast.IsGenerated(syntax),
		lines:     strings.Count(string(text), "\n"),
		syntax:    syntax,
	}, err
}
