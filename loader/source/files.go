package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// format is how a file holds articles.
type format uint8

const (
	sniffed format = iota // seen from its first bytes
	text                  // one article a file
	jsonDoc               // an object, an array of objects, or several of these
	jsonLines
	webPage // one article a file
)

// file is a file to read.
type file struct {
	path   string // as the user named it, or below what the user named; "-" for standard input
	size   int64  // in bytes; -1 when unknown
	format format
}

// formatOf tells the format from the name; false when the name ends in no known way.
func formatOf(path string) (format, bool) {
	name := strings.TrimSuffix(strings.ToLower(path), ".gz")
	switch filepath.Ext(name) {
	case ".txt", ".text":
		return text, true
	case ".json":
		return jsonDoc, true
	case ".jsonl", ".ndjson":
		return jsonLines, true
	case ".html", ".htm", ".xhtml":
		return webPage, true
	}
	return sniffed, false
}

// expand returns the files that a path of the user leads to.
func expand(path string) ([]file, error) {
	if path == "-" {
		return []file{{path: path, size: -1}}, nil
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return folder(path)
	case err == nil:
		return []file{oneFile(path, info)}, nil
	case strings.ContainsAny(path, "*?["):
		return glob(path)
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%w %s: there is no such file or folder; check the spelling", ErrPath, path)
	}
	return nil, fmt.Errorf("%w %s: %w", ErrPath, path, err)
}

func oneFile(path string, info fs.FileInfo) file {
	f := file{path: path, size: -1}
	if info.Mode().IsRegular() {
		f.size = info.Size()
	}
	f.format, _ = formatOf(path)
	return f
}

// folder returns the articles' files in the folder and the folders in it, by name.
func folder(root string) ([]file, error) {
	var out []file
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != root && strings.HasPrefix(d.Name(), ".") && d.IsDir():
			return fs.SkipDir
		case d.IsDir() || strings.HasPrefix(d.Name(), "."):
			return nil
		}
		if _, known := formatOf(path); !known {
			return nil
		}
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			out = append(out, oneFile(path, info))
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%w the folder %s: %w", ErrPath, root, err)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%w in the folder %s: it needs files that end in .txt, .html, .json or .jsonl, or these with .gz; name a file of another kind itself", ErrNoArticles, root)
	}
	return out, nil
}

// glob returns what the pattern matches: files of known kinds, those of another kind when the pattern names it, and
// the files of folders.
func glob(pattern string) ([]file, error) {
	matches, err := filepath.Glob(pattern)
	if err != nil {
		return nil, fmt.Errorf("%w %s: the glob is malformed; close its brackets: %w", ErrPath, pattern, err)
	}
	ext := filepath.Ext(pattern)
	exact := ext != "" && !strings.ContainsAny(ext, "*?[")
	hidden := strings.HasPrefix(filepath.Base(pattern), ".")
	var out []file
	for _, m := range matches {
		if strings.HasPrefix(filepath.Base(m), ".") && !hidden {
			continue
		}
		_, known := formatOf(m)
		info, err := os.Stat(m)
		switch {
		case err != nil:
		case info.IsDir():
			files, err := folder(m)
			if err != nil && !errors.Is(err, ErrNoArticles) {
				return nil, err
			}
			out = append(out, files...)
		case known || exact:
			out = append(out, oneFile(m, info))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%w match %s; to read all files below a folder, name the folder", ErrNoArticles, pattern)
	}
	return out, nil
}
