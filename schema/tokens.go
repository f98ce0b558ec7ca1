package schema

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
)

// tokens is the extension that refuses texts of too many tokens before they are parsed. (The parser has such a
// limit too, but its error names none.)
type tokens struct{ limit int }

var _ interface {
	graphql.OperationParameterMutator
	graphql.HandlerExtension
} = tokens{}

// ExtensionName names the extension.
func (tokens) ExtensionName() string { return "Tokens" }

// Validate has nothing to check.
func (tokens) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters refuses a text with too many tokens.
func (t tokens) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	if len(params.Query) <= t.limit { // a token has a byte at least
		return nil
	}
	n := 0
	for range readTokens(params.Query) {
		if n++; n > t.limit {
			return refuse(http.StatusBadRequest, "TOKEN_LIMIT_EXCEEDED", "the query has more than %d tokens", t.limit).
				limit("maxTokens", t.limit).of(ctx)
		}
	}
	return nil
}

// readTokens gives the tokens of a text, as far as there are any.
func readTokens(text string) func(yield func(lexer.Token) bool) {
	return func(yield func(lexer.Token) bool) {
		in := lexer.New(&ast.Source{Input: text})
		for {
			token, err := in.ReadToken()
			if err != nil || token.Kind == lexer.EOF || !yield(token) {
				return
			}
		}
	}
}
