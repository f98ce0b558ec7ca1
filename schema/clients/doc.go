// Package clients tries the API as programs use it that know nothing of ours: with graphql-codegen and urql in TypeScript, with genqlient in
// Go, with no library in Python, and with schemathesis, which sends what no client would. Its tests run the real program.
package clients
