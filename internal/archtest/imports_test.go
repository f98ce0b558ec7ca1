package archtest

import (
	"fmt"
	"go/ast"
	"maps"
	"slices"
	"strings"
	"testing"
)

// std stands for the standard library in a rule.
const std = "std"

// rule says what packages may, or must not, import. Paths are folders from the root; a path with "/..." stands for
// the folder and all below it. Tests may import what they like.
type rule struct {
	why    string
	of     []string // whom the rule binds; each must exist
	only   []string // all that they may import: folders of this module, std, or modules; empty: anything but deny
	deny   []string // what they must not import
	except []string // whom the rule does not bind, of those in of
}

var stages = []string{
	"loader/source/...", "loader/clean/...", "loader/segment/...", "loader/reader/...", "loader/entity/...",
	"loader/place/...", "loader/statement/...", "loader/event/...",
}

// rules are the import rules of docs/design.md.
func rules() []rule {
	rs := []rule{
		{
			why:  "the model is what everything agrees on, so it depends on nothing that can change",
			of:   []string{"graph", "loader/article"},
			only: []string{std},
		},
		{
			why:  "a store keeps the graph and knows neither who fills nor who reads it",
			of:   []string{"graph/..."},
			deny: []string{"loader/...", "schema/...", "cmd/..."},
		},
		{
			why:    "stages mark articles; only identity and the loader itself carry marks over into the graph",
			of:     []string{"loader/..."},
			deny:   []string{"graph/..."},
			except: []string{"loader", "loader/identity/..."},
		},
		{
			why:  "the loader writes through graph.Graph, into whatever store that has, and serves nobody",
			of:   []string{"loader/..."},
			deny: []string{"graph/sqlitestore/...", "graph/neo4jstore/...", "graph/graphtest/...", "schema/...", "cmd/..."},
		},
		{
			why:  "the API reads the graph: it loads nothing, and works on every store",
			of:   []string{"schema/..."},
			deny: []string{"loader/...", "graph/sqlitestore/...", "graph/neo4jstore/...", "graph/graphtest/...", "cmd/..."},
		},
		{
			why:    "cmd alone names a store: whoever else did would tie the program to a database",
			of:     []string{"..."},
			deny:   []string{"graph/sqlitestore/...", "graph/neo4jstore/..."},
			except: []string{"cmd/...", "graph/sqlitestore/...", "graph/neo4jstore/..."},
		},
		{
			why:    "only stores talk to a database",
			of:     []string{"..."},
			deny:   []string{"database/sql", "modernc.org/...", "github.com/neo4j/..."},
			except: []string{"graph/sqlitestore/...", "graph/neo4jstore/...", "internal/neo4jtest/..."},
		},
		{
			why:    "what tests share is no part of the program",
			of:     []string{"..."},
			deny:   []string{"graph/graphtest/...", "loader/entity/marked/..."},
			except: []string{"graph/graphtest/..."},
		},
		{
			why:    "nothing of the program imports the command",
			of:     []string{"..."},
			deny:   []string{"cmd/..."},
			except: []string{"cmd/..."},
		},
	}
	for _, stage := range stages {
		rs = append(rs, rule{
			why:    "a stage sees the article and no other stage, so that each can be replaced alone",
			of:     []string{stage},
			deny:   slices.DeleteFunc(slices.Clone(stages), func(s string) bool { return s == stage }),
			except: []string{"loader/entity/marked"}, // for tests, which may
		})
	}
	return rs
}

func TestImports(t *testing.T) {
	t.Parallel()
	pkgs := parseTree(t)
	for i, r := range rules() {
		t.Run(fmt.Sprintf("%02d", i), func(t *testing.T) {
			t.Parallel()
			for _, complaint := range r.check(pkgs) {
				t.Errorf("%s\n\tthe rule: %s", complaint, r.why)
			}
		})
	}
}

// TestStagesAreListed finds stages, by their Contract, that no rule binds.
func TestStagesAreListed(t *testing.T) {
	t.Parallel()
	found := 0
	for dir, p := range parseTree(t) {
		if dir == "loader/article" || !strings.HasPrefix(dir, "loader/") {
			continue
		}
		for _, f := range p.written() {
			for _, decl := range f.syntax.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok || fn.Recv == nil || fn.Name.Name != "Contract" {
					continue
				}
				if found++; !matchesAny(stages, dir) {
					t.Errorf("%s: package %s is a stage: name it in stages here, and in the depguard rule of .golangci.yaml", f.path, dir)
				}
			}
		}
	}
	if found < 5 {
		t.Errorf("%d stages were found: the test looks in the wrong place", found)
	}
}

// check returns what breaks the rule.
func (r *rule) check(pkgs map[string]*pkg) []string {
	var out []string
	for _, pattern := range slices.Concat(r.of, r.except) {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(pkgs)), func(dir string) bool { return matches(pattern, dir) }) {
			out = append(out, fmt.Sprintf("no package %s: the rule has outlived what it binds", pattern))
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(pkgs)) {
		if !matchesAny(r.of, dir) || matchesAny(r.except, dir) {
			continue
		}
		imports := pkgs[dir].imports()
		for _, to := range slices.Sorted(maps.Keys(imports)) {
			if !r.allows(to) {
				out = append(out, fmt.Sprintf("%s: %s must not import %s", imports[to], dir, to))
			}
		}
	}
	return out
}

func (r *rule) allows(to string) bool {
	if len(r.only) > 0 {
		return importMatches(r.only, to)
	}
	return !importMatches(r.deny, to)
}

// importMatches tells whether an import path is one of the patterns: folders of this module, std, or foreign paths.
func importMatches(patterns []string, to string) bool {
	own, isOwn := strings.CutPrefix(to, module+"/")
	if isOwn {
		to = own
	}
	isStd := !isOwn && !strings.Contains(strings.SplitN(to, "/", 2)[0], ".")
	return isStd && slices.Contains(patterns, std) || matchesAny(patterns, to)
}

func matchesAny(patterns []string, dir string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, dir) })
}

// matches tells whether a folder is the pattern's, or below it when the pattern ends in "/...".
func matches(pattern, dir string) bool {
	if pattern == "..." {
		return true
	}
	base, all := strings.CutSuffix(pattern, "/...")
	return dir == base || all && strings.HasPrefix(dir, base+"/")
}

// TestRuleFindsBreach shows that a rule refuses what it is there for.
func TestRuleFindsBreach(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		rule   rule
		to     string
		allows bool
	}{
		{"std", rule{only: []string{std}}, "encoding/json", true},
		{"module is not std", rule{only: []string{std}}, "golang.org/x/text/cases", false},
		{"own package is not std", rule{only: []string{std}}, module + "/graph", false},
		{"denied", rule{deny: []string{"graph"}}, module + "/graph", false},
		{"below what is denied", rule{deny: []string{"graph/..."}}, module + "/graph/fold", false},
		{"beside what is denied", rule{deny: []string{"graph/..."}}, module + "/graphics", true},
		{"foreign", rule{deny: []string{"modernc.org/..."}}, "modernc.org/sqlite", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := tt.rule.allows(tt.to); got != tt.allows {
				t.Errorf("allows(%q) = %v", tt.to, got)
			}
		})
	}
}
