package source

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/internal/newsdate"
	"github.com/newsgraph/newsgraph/loader/article"
)

// record takes an article out of a JSON object.
func (r *reading) record(b []byte, line, number int) bool {
	if r.source.opts.Raw && !utf8.Valid(b) {
		return r.refuse(line, ErrEncoding, "unknown encoding: it is not UTF-8, and raw text is not converted; convert it first")
	}
	if !r.source.opts.Raw {
		s, err := toUTF8(b)
		if err != nil {
			return r.refuse(line, kindOf(err), err.Error())
		}
		b = []byte(s)
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(b, &object); err != nil || object == nil {
		return r.refuse(line, ErrJSON, "not a JSON object: "+reason(err))
	}
	fields := make(map[string]json.RawMessage, len(object))
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if key := plain(name); fields[key] == nil {
			fields[key] = object[name]
		}
	}
	content := body(fields, "text", "body", "content", "maintext", "articlebody", "articletext", "articlecontent", "fulltext")
	if content == "" {
		return r.refuse(line, ErrNoText, fmt.Sprintf("the article has no text: it needs a field text, body or content; its fields are %s", names(object)))
	}
	a := &article.Article{
		SourcePath: r.file.path,
		URL:        first(fields, "url", "link", "permalink", "canonicalurl"),
		Source:     first(fields, "source", "outlet", "publisher", "site", "sitename", "sourcename", "publication", "sourcedomain"),
		Title:      first(fields, "title", "headline", "articletitle"),
		Language:   language(first(fields, "language", "lang", "languagecode")),
	}
	for _, f := range []string{"authors", "author", "byline", "creator"} {
		if a.Authors == nil {
			a.Authors = authors(fields[f])
		}
	}
	// A date that cannot be read is left for the clean stage to find.
	a.PublishedAt, _ = newsdate.Parse(first(fields, "published", "publishedat", "datepublished", "pubdate", "publishdate", "publicationdate", "datepublish",
		"publishedtime", "publishtime", "date", "datetime", "timestamp"))
	return r.give(a, []byte(content), first(fields, "id", "articleid", "guid", "uuid"), line, number)
}

func reason(err error) string {
	if err == nil {
		return "it is null"
	}
	return err.Error()
}

// plain is a field's name without capitals and joints: pubDate, pub_date and pub-date are one.
func plain(name string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "", "\ufeff", "").Replace(name))
}

// names lists the fields of the object, for people.
func names(object map[string]json.RawMessage) string {
	keys := slices.Sorted(maps.Keys(object))
	if len(keys) == 0 {
		return "none"
	}
	if len(keys) > 12 {
		keys = append(keys[:12], "…")
	}
	return strings.Join(keys, ", ")
}

// first returns the first of the fields that has a value.
func first(fields map[string]json.RawMessage, keys ...string) string {
	for _, k := range keys {
		if s := scalar(fields[k]); s != "" {
			return s
		}
	}
	return ""
}

// body returns the first of the fields that has a text, as it is.
func body(fields map[string]json.RawMessage, keys ...string) string {
	for _, k := range keys {
		if s := value(fields[k]); strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// scalar is the value without the space around it.
func scalar(raw json.RawMessage) string { return strings.TrimSpace(value(raw)) }

// value reads a string or a number; of an object its name, as feeds give a source.
func value(raw json.RawMessage) string {
	if len(raw) == 0 {
		return ""
	}
	switch c := raw[0]; {
	case c == '"':
		var s string
		_ = json.Unmarshal(raw, &s)
		return s
	case c == '-' || c >= '0' && c <= '9':
		return string(raw)
	case c == '{':
		var named struct{ Name, Title string }
		_ = json.Unmarshal(raw, &named)
		if named.Name != "" {
			return named.Name
		}
		return named.Title
	}
	return ""
}

// authors reads a string with names, or a list of strings or of objects with names.
func authors(raw json.RawMessage) []string {
	if len(raw) == 0 {
		return nil
	}
	var list []json.RawMessage
	if raw[0] != '[' {
		return splitAuthors(scalar(raw))
	}
	_ = json.Unmarshal(raw, &list)
	var out []string
	for _, one := range list {
		if s := scalar(one); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func splitAuthors(s string) []string {
	if rest, ok := strings.CutPrefix(strings.ToLower(s), "by "); ok {
		s = s[len(s)-len(rest):]
	}
	s = strings.NewReplacer(" and ", ",", " & ", ",", ";", ",", "|", ",").Replace(s)
	var out []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// language takes the two letters of ISO 639-1 out of "en-US"; "" for what is none.
func language(s string) string {
	s, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(s, "_", "-")), "-")
	if len(s) == 2 && s[0] >= 'a' && s[0] <= 'z' && s[1] >= 'a' && s[1] <= 'z' {
		return s
	}
	return ""
}
