package source

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/encoding/unicode"

	"github.com/newsgraph/newsgraph/loader/article"
)

// peeked is how much of a file is looked at to tell what it is.
const peeked = 64 << 10

// reading is one file on its way to the caller.
type reading struct {
	ctx    context.Context // a reading lives no longer than the call that the context belongs to
	source *Source
	file   file
	yield  func(*article.Article, error) bool
	in     *bufio.Reader
	line   int // of the byte that is read next, from 1
}

// run reads the file; false when the caller wants no more.
func (r *reading) run() bool {
	raw, err := r.open()
	if err != nil {
		return r.refuse(0, ErrRead, "the file cannot be opened: "+err.Error())
	}
	defer func() { _ = raw.Close() }()
	r.in = bufio.NewReaderSize(&counter{ctx: r.ctx, in: raw, read: &r.source.read}, peeked)
	if err := r.unpack(); err != nil {
		return r.refuse(0, ErrCutOff, "the gzip file is broken at its head: "+err.Error())
	}
	if !r.source.opts.Raw || r.file.format != text {
		r.decode()
	}
	r.line = 1
	switch r.kind() {
	case jsonDoc:
		return r.document()
	case jsonLines:
		return r.lines()
	case webPage:
		if !r.source.opts.Raw {
			return r.page()
		}
	}
	return r.text()
}

func (r *reading) open() (io.ReadCloser, error) {
	if r.file.path == "-" {
		return io.NopCloser(r.source.opts.Stdin), nil
	}
	return os.Open(r.file.path)
}

// unpack takes gzip off, whatever the file is called.
func (r *reading) unpack() error {
	if head, _ := r.in.Peek(2); len(head) < 2 || head[0] != 0x1f || head[1] != 0x8b {
		return nil
	}
	z, err := gzip.NewReader(r.in)
	if err != nil {
		return err
	}
	r.in = bufio.NewReaderSize(z, peeked)
	return nil
}

// decode takes the byte order mark off and turns UTF-16 into UTF-8.
func (r *reading) decode() {
	head, _ := r.in.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) && !r.source.opts.Raw:
		_, _ = r.in.Discard(3)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
		r.in = bufio.NewReaderSize(utf16.NewDecoder().Reader(r.in), peeked)
	}
}

// kind tells the format: by the name, or by the first bytes.
func (r *reading) kind() format {
	if r.file.format != sniffed {
		return r.file.format
	}
	head, _ := r.in.Peek(peeked)
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 {
		return text
	}
	if begin := bytes.ToLower(head[:min(len(head), 14)]); bytes.HasPrefix(begin, []byte("<!doctype html")) || bytes.HasPrefix(begin, []byte("<html")) {
		return webPage
	}
	next := bytes.TrimLeft(head[1:], " \t\r\n")
	switch {
	case head[0] == '[' && (len(next) == 0 || next[0] == '{' || next[0] == ']'):
		return jsonDoc
	case head[0] != '{' || len(next) > 0 && next[0] != '"' && next[0] != '}':
		return text
	}
	first, _, cut := bytes.Cut(head, []byte("\n"))
	if !cut || json.Valid(first) {
		return jsonLines
	}
	return jsonDoc
}

// refuse tells the caller about an article, or the rest of a file, that cannot be read; false when the caller wants no
// more.
func (r *reading) refuse(line int, kind error, reason string) bool {
	if r.ctx.Err() != nil {
		return false
	}
	return r.yield(nil, &Refused{Path: r.file.path, Line: line, Reason: reason, Err: kind})
}

// broken refuses the rest of the file for an error of reading it.
func (r *reading) broken(line int, err error) bool {
	kind := ErrRead
	reason := "the rest of the file cannot be read: " + err.Error()
	var corrupt flate.CorruptInputError
	if errors.As(err, &corrupt) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) {
		kind, reason = ErrCutOff, "the compressed file is cut off or damaged here; get it again"
	}
	return r.refuse(line, kind, reason)
}

func (r *reading) tooLarge(line int, size int64) bool {
	return r.refuse(line, ErrTooLarge, fmt.Sprintf("an article of %.1f MB is too large; the limit is %.1f MB: split it, or raise the limit",
		float64(size)/(1<<20), float64(r.source.opts.MaxArticleBytes)/(1<<20)))
}

// whole reads the whole file. When it is not ok, wanted tells whether the caller wants more after that.
func (r *reading) whole() (b []byte, ok, wanted bool) {
	limit := r.source.opts.MaxArticleBytes
	b, err := io.ReadAll(io.LimitReader(r.in, limit+1))
	if err != nil {
		return nil, false, r.broken(0, err)
	}
	if int64(len(b)) > limit {
		rest, err := io.Copy(io.Discard, r.in)
		if err != nil {
			return nil, false, r.broken(0, err)
		}
		return nil, false, r.tooLarge(0, int64(len(b))+rest)
	}
	return b, true, true
}

// text reads the whole file as one article.
func (r *reading) text() bool {
	b, ok, wanted := r.whole()
	if !ok {
		return wanted
	}
	a := &article.Article{SourcePath: r.file.path}
	return r.give(a, b, "", 0, 0)
}

// give checks the text, names the article and yields it.
func (r *reading) give(a *article.Article, raw []byte, id string, line, number int) bool {
	s, err := toText(raw, r.source.opts.Raw)
	if err != nil {
		return r.refuse(line, kindOf(err), err.Error())
	}
	a.Raw = s
	r.setKey(a, id, number)
	return r.yield(a, nil)
}

// counter counts the bytes that are read and ends when the context does.
type counter struct {
	ctx  context.Context
	in   io.Reader
	read interface{ Add(int64) int64 }
}

// Read reads and counts.
func (c *counter) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.in.Read(p)
	c.read.Add(int64(n))
	return n, err
}
