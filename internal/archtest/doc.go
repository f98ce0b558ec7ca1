// Package archtest holds the rules of the project's architecture as tests: who may import whom, and
// what no package may do. It has no code of its own, and nothing imports it.
package archtest
