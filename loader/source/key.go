package source

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// The beginnings of keys that are no web addresses.
const (
	filePrefix = "file:" // a local file, and the record in it
	idPrefix   = "id:"   // an outlet and its own id
	hashPrefix = "text:" // the text itself
)

// Key returns the key of an article by the name that a user gives it: a web address, the path of a local file
// (which need not exist any more), or a key as reports print it. Base is as in [Options]. It returns [ErrPath] for an empty name and for "-".
func Key(name, base string) (string, error) {
	switch {
	case name == "" || name == "-":
		return "", fmt.Errorf("%w the article %q: name it by its web address, its file or its key", ErrPath, name)
	case strings.HasPrefix(name, filePrefix), strings.HasPrefix(name, idPrefix), strings.HasPrefix(name, hashPrefix):
		return name, nil
	}
	if u, ok := address(name); ok {
		return u, nil
	}
	return fileKey(name, base), nil
}

// address normalizes a web address: scheme and host in small letters, without the default port, the fragment, the
// parameters that only track, and the slash at the end of the path. It returns false for what is no web address.
func address(s string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || !strings.EqualFold(u.Scheme, "http") && !strings.EqualFold(u.Scheme, "https") {
		return "", false
	}
	u.Scheme, u.Host = strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	if port := u.Port(); port == "80" && u.Scheme == "http" || port == "443" && u.Scheme == "https" {
		u.Host = strings.TrimSuffix(u.Host, ":"+port)
	}
	u.Fragment, u.RawFragment = "", ""
	u.Path, u.RawPath = strings.TrimRight(u.Path, "/"), strings.TrimRight(u.RawPath, "/")
	u.RawQuery, u.ForceQuery = query(u.RawQuery), false
	return u.String(), true
}

// query leaves the tracking parameters out.
func query(raw string) string {
	var kept []string
	for part := range strings.SplitSeq(raw, "&") {
		name, _, _ := strings.Cut(strings.ToLower(part), "=")
		switch {
		case part == "", strings.HasPrefix(name, "utm_"), name == "fbclid", name == "gclid", name == "mc_cid", name == "mc_eid", name == "igshid", name == "msclkid":
		default:
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}

// fileKey names a local file relative to the base, or by its absolute path.
func fileKey(path, base string) string {
	path = absolute(path)
	if base != "" {
		if rel, err := filepath.Rel(absolute(base), path); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			path = rel
		}
	}
	return filePrefix + filepath.ToSlash(path)
}

func absolute(path string) string {
	if path == "-" {
		return path
	}
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return filepath.Clean(path)
}

// setKey names the article: by its address; else by its outlet, or file, and id; else by its file and its place there;
// else, from standard input, by what it says. Number is the record's number in its file, 0 when the file is the article.
func (r *reading) setKey(a *article.Article, id string, number int) {
	place := fileKey(r.file.path, r.source.opts.Base)
	normal, ok := address(a.URL)
	switch {
	case ok:
		a.Key = normal
	case id != "" && a.Source != "":
		a.Key = idPrefix + a.Source + "#" + id
	case id != "" && r.file.path != "-":
		a.Key = place + "#" + id
	case r.file.path == "-":
		a.Key = textKey(a.Raw)
	case number > 0:
		a.Key = place + "#" + strconv.Itoa(number)
	default:
		a.Key = place
	}
}

// URLKey returns the key of the article with a web address. It returns [ErrURL] for what is none.
func URLKey(url string) (string, error) {
	if key, ok := address(url); ok {
		return key, nil
	}
	return "", fmt.Errorf("%w: %q: give one like https://news.example/1", ErrURL, url)
}
