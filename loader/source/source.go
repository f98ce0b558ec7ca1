// Package source reads articles from files, folders, globs and standard input: plain text and web pages, one article a file, and
// JSON and JSON Lines with the usual field names, each also compressed by gzip.
//
// Articles stream: memory is bounded by the largest article allowed, whatever the size of a file or of a line. What
// cannot be read is refused, with its place and the reason, and the rest goes on.
package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"sync/atomic"

	"github.com/newsgraph/newsgraph/loader/article"
)

// The errors of [New] and [Key].
var (
	// ErrPath is returned for a path that is not there or cannot be looked at, and for a bad glob.
	ErrPath = errors.New("cannot read")
	// ErrNoArticles is returned for a folder or a glob without a file that could hold articles.
	ErrNoArticles = errors.New("no articles")
)

// The reasons for which articles are refused; [Refused] wraps one of them.
var (
	ErrEmpty    = errors.New("empty")
	ErrNoText   = errors.New("no text")
	ErrTooLarge = errors.New("too large")
	ErrBinary   = errors.New("binary, not text")
	ErrEncoding = errors.New("unknown encoding")
	ErrJSON     = errors.New("broken JSON")
	ErrCutOff   = errors.New("cut off")
	ErrRead     = errors.New("cannot be read")
	ErrHTML     = errors.New("broken HTML")
	ErrURL      = errors.New("not a web address")
	ErrLanguage = errors.New("not a language")
)

// DefaultMaxBytes is the largest article that is read when [Options] name no other: 8 MB.
const DefaultMaxBytes = 8 << 20

// Options sets what a source reads. The zero value of a field means its default.
type Options struct {
	// Base is the folder against which local files are named: an article's key is the path of its file relative to
	// Base, so that it stays the same wherever the folder lies. Files outside of it, and all files when it is empty, are
	// named by their absolute path.
	Base string
	// MaxArticleBytes is the largest article that is read, in bytes as stored; [DefaultMaxBytes].
	MaxArticleBytes int64
	// Raw leaves the text as it is, byte by byte; text that is not UTF-8 is refused.
	Raw bool
	// Stdin is what "-" reads; os.Stdin.
	Stdin io.Reader
}

func (o *Options) withDefaults() Options {
	var out Options
	if o != nil {
		out = *o
	}
	if out.MaxArticleBytes <= 0 {
		out.MaxArticleBytes = DefaultMaxBytes
	}
	if out.Stdin == nil {
		out.Stdin = os.Stdin
	}
	return out
}

// Refused is the error for one article, or for the rest of one file, that could not be read.
//
//nolint:errname // it names what happened to the article, as the reports do
type Refused struct {
	Path   string // as the user named it; "-" for standard input
	Line   int    // from 1; 0 when it is about the whole file
	Reason string // what is wrong and what to do, in words
	Err    error  // one of the reasons of this package
}

// Error is the place and the reason.
func (r *Refused) Error() string {
	if r.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", r.Path, r.Line, r.Reason)
	}
	return fmt.Sprintf("%s: %s", r.Path, r.Reason)
}

// Unwrap returns the sentinel of the reason.
func (r *Refused) Unwrap() error { return r.Err }

// Source gives articles. Progress may be asked while Articles runs; Articles itself runs once at a time.
type Source struct {
	files []file
	opts  Options
	read  atomic.Int64
	total int64
}

// New returns the source of the paths: files, folders with all their files, globs, and "-" for standard input. Files are
// read in the order of the paths, those of a folder in the order of their names; hidden ones, and those in a folder whose
// name ends in no known way, are left out. It returns [ErrPath] or [ErrNoArticles] when a path leads to nothing.
func New(paths []string, opts *Options) (*Source, error) {
	if len(paths) == 0 {
		return nil, fmt.Errorf("%w: name at least one file, folder, glob or - for standard input", ErrPath)
	}
	s := &Source{opts: opts.withDefaults()}
	known := true
	seen := map[string]bool{}
	for _, p := range paths {
		files, err := expand(p)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if id := absolute(f.path); !seen[id] {
				seen[id] = true
				s.files = append(s.files, f)
				s.total += f.size
				known = known && f.size >= 0
			}
		}
	}
	if !known {
		s.total = 0
	}
	return s, nil
}

// Progress returns how many bytes of the files have been read and how many there are, as stored (compressed ones
// compressed). The total is 0 when it is not known, as for standard input.
func (s *Source) Progress() (read, total int64) { return s.read.Load(), s.total }

// Articles streams the articles. An error is a [*Refused], about one article or the rest of one file, and the
// sequence goes on after it. The sequence ends early when the context does.
func (s *Source) Articles(ctx context.Context) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		s.read.Store(0)
		done := int64(0)
		for _, f := range s.files {
			r := &reading{ctx: ctx, source: s, file: f, yield: yield}
			if !r.run() || ctx.Err() != nil {
				return
			}
			// What was left unread of a refused file counts as read.
			done += max(f.size, 0)
			if s.total > 0 {
				s.read.Store(done)
			}
		}
	}
}
