// Package examples carries the example articles of this folder, which are invented, to be measured on.
package examples

import "embed"

// Texts are the articles that are text files, by their file names.
//
//go:embed *.txt
var Texts embed.FS
