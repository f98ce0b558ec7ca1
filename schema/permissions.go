package schema

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/newsgraph/newsgraph/schema/auth"
)

// permissions is the extension that refuses operations with a field that the role of who asks may not have, by
// the table [auth.Least].
type permissions struct{}

var _ interface {
	graphql.OperationContextMutator
	graphql.HandlerExtension
} = permissions{}

// ExtensionName names the extension.
func (permissions) ExtensionName() string { return "Permissions" }

// Validate has nothing to check.
func (permissions) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses an operation as a whole.
func (permissions) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	who := auth.From(ctx)
	for _, f := range rootFields(op.Operation.SelectionSet, map[string]bool{}) {
		if least := auth.Least(f.ObjectDefinition.Name, f.Name); who.Role < least {
			return refuse(http.StatusForbidden, codeForbidden, "%s needs the role %s, yours is %s", f.Name, least, who.Role).of(ctx)
		}
	}
	return nil
}

// rootFields are the fields of an operation itself; each fragment, of those not in seen, is gone through once.
func rootFields(set ast.SelectionSet, seen map[string]bool) []*ast.Field {
	var out []*ast.Field
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			out = append(out, s)
		case *ast.InlineFragment:
			out = append(out, rootFields(s.SelectionSet, seen)...)
		case *ast.FragmentSpread:
			if !seen[s.Name] {
				seen[s.Name] = true
				out = append(out, rootFields(s.Definition.SelectionSet, seen)...)
			}
		}
	}
	return out
}
