package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// lines reads one object a line. A bad line is refused alone.
func (r *reading) lines() bool {
	for number := 1; ; number++ {
		b, size, err := r.readLine()
		line := r.line
		r.line++
		if err != nil && !errors.Is(err, io.EOF) {
			return r.broken(line, err)
		}
		trimmed := bytes.TrimSpace(b)
		switch {
		case size > r.source.opts.MaxArticleBytes:
			if !r.tooLarge(line, size) {
				return false
			}
		case len(trimmed) == 0:
			if err != nil && number == 1 {
				return r.refuse(0, ErrEmpty, "empty: there is nothing in it but space")
			}
			number--
		case !r.record(trimmed, line, number):
			return false
		}
		if err != nil {
			return true
		}
	}
}

// readLine returns the next line and its size; of a line over the limit only the size.
func (r *reading) readLine() (line []byte, size int64, err error) {
	for {
		part, err := r.in.ReadSlice('\n')
		size += int64(len(part))
		if size <= r.source.opts.MaxArticleBytes {
			line = append(line, part...)
		} else {
			line = nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, size, err
		}
	}
}

// document reads a JSON document: an object, an array of objects, or several of these one after the other. What stands
// behind broken JSON is refused: nobody can tell where the next article starts.
func (r *reading) document() bool {
	inArray, number, objects := false, 0, 0
	for {
		c, err := r.nextByte()
		switch {
		case errors.Is(err, io.EOF):
			return r.endDocument(inArray, objects)
		case err != nil:
			return r.broken(r.line, err)
		case c == ',' && inArray:
		case c == '[' && !inArray:
			inArray = true
			objects++
		case c == ']' && inArray:
			inArray = false
		case c == '{':
			objects++
			if inArray || objects > 1 {
				number = objects - boolInt(inArray)
			}
			if more, wanted := r.object(number); !more {
				return wanted
			}
		default:
			return r.refuse(r.line, ErrJSON, "broken JSON: "+quoted(c)+" where an object should start; the rest of the file is left out")
		}
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func quoted(c byte) string {
	b, _ := json.Marshal(string(rune(c)))
	return string(b)
}

func (r *reading) endDocument(inArray bool, objects int) bool {
	switch {
	case inArray:
		return r.refuse(r.line, ErrJSON, "broken JSON: the array is not closed; is the file complete?")
	case objects == 0:
		return r.refuse(0, ErrEmpty, "empty: there is nothing in it but space")
	}
	return true
}

// nextByte skips space and returns the next byte.
func (r *reading) nextByte() (byte, error) {
	for {
		c, err := r.in.ReadByte()
		if err != nil {
			return 0, err
		}
		switch c {
		case '\n':
			r.line++
		case ' ', '\t', '\r':
		default:
			return c, nil
		}
	}
}

// object reads the object whose brace has been read. It returns false when reading must end, and then whether the caller
// wants more files.
func (r *reading) object(number int) (more, wanted bool) {
	start := r.line
	b, size, err := r.readObject()
	switch {
	case errors.Is(err, io.EOF):
		return false, r.refuse(start, ErrJSON, "broken JSON: the object that starts here is not closed; is the file complete?")
	case err != nil:
		return false, r.broken(start, err)
	case size > r.source.opts.MaxArticleBytes:
		wanted = r.tooLarge(start, size)
		return wanted, wanted
	case !json.Valid(b):
		var v json.RawMessage
		return false, r.refuse(start, ErrJSON, "broken JSON in the object that starts here: "+reason(json.Unmarshal(b, &v))+"; the rest of the file is left out")
	}
	wanted = r.record(b, start, number)
	return wanted, wanted
}

// readObject reads to the brace that closes the object, and returns it and its size; of an object over the limit only
// the size.
func (r *reading) readObject() (b []byte, size int64, err error) {
	b = append(b, '{')
	size = 1
	for depth, inString, escaped := 1, false, false; depth > 0; {
		c, err := r.in.ReadByte()
		if err != nil {
			return nil, size, err
		}
		size++
		if size <= r.source.opts.MaxArticleBytes {
			b = append(b, c)
		} else {
			b = nil
		}
		switch {
		case c == '\n':
			r.line++
		case escaped:
			escaped = false
		case inString:
			escaped, inString = c == '\\', c != '"'
		case c == '"':
			inString = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
	}
	return b, size, nil
}
