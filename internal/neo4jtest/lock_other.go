//go:build !unix

package neo4jtest

// lock does nothing where there are no file locks: there, run one package's tests at a time (go test -p 1) until the
// server has been fetched.
func lock(string) (unlock func(), err error) { return func() {}, nil }
