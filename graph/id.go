package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// NodeID names a node of the graph. Its first two characters tell the type: a_ article, e_ entity,
// s_ statement, j_ judgement, u_ entry of the audit log. Ids are computed, never drawn: the same article gives the same ids in every
// store and in every run.
type NodeID string

// NodeType is the type of node that an id names.
type NodeType string

// The types of nodes.
const (
	TypeArticle   NodeType = "ARTICLE"
	TypeEntity    NodeType = "ENTITY"
	TypeStatement NodeType = "STATEMENT"
	TypeJudgement NodeType = "JUDGEMENT"
	TypeAudit     NodeType = "AUDIT"
)

const (
	prefixArticle   = "a_"
	prefixEntity    = "e_"
	prefixStatement = "s_"
	prefixJudgement = "j_"
	prefixAudit     = "u_"
	prefixReport    = "r_"
	hashLen         = 16
)

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// hash gives 80 bits of SHA-256 over the parts, in 16 characters that sort like the bits.
func hash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return idEncoding.EncodeToString(h.Sum(nil)[:10])
}

// ArticleID is the id of the article with this key: its URL, or what else names it in its source.
func ArticleID(key string) NodeID { return NodeID(prefixArticle + hash("article", key)) }

// EntityID is the id under which a key can be looked up for ever. The id of an entity is that of
// the least of its keys (see [Groups]).
func EntityID(key Key) NodeID { return NodeID(prefixEntity + hash("entity", string(key))) }

// StatementID is the id of the n-th statement (from 0, in reading order) of an article. Ids of one
// article's statements sort in reading order.
func StatementID(article NodeID, n int) NodeID {
	return NodeID(fmt.Sprintf("%s%s_%05d", prefixStatement, strings.TrimPrefix(string(article), prefixArticle), n))
}

// ReportID is the id of the n-th report of an event (from 0, in reading order) in an article. It sorts like [StatementID]; reports are not
// nodes, and [NodeID.Type] does not know it.
func ReportID(article NodeID, n int) NodeID {
	return NodeID(fmt.Sprintf("%s%s_%05d", prefixReport, strings.TrimPrefix(string(article), prefixArticle), n))
}

// JudgementID is the id of a judgement. That of a rule's follows from its pair, in any order; that of a person's from all that it says.
func JudgementID(j *Judgement) NodeID {
	a, b := j.A, j.B
	if b != "" && b < a {
		a, b = b, a
	}
	parts := []string{"judgement", string(a), string(b), string(j.By)}
	if j.By != ByRule {
		score := strconv.FormatFloat(j.Score, 'g', -1, 64)
		parts = append(parts, string(j.Verdict), score, j.Author, j.Reason, micros(j.At), string(j.Act), j.Name)
	}
	return NodeID(prefixJudgement + hash(parts...))
}

// ActID is the id of what a person judged at once, for a reason.
func ActID(author, reason string, at time.Time) NodeID {
	return NodeID(prefixJudgement + hash("act", author, reason, micros(at)))
}

func micros(t time.Time) string { return strconv.FormatInt(t.UnixMicro(), 10) }

// Type tells what the id names. It returns "" for what is not an id of this package.
func (id NodeID) Type() NodeType {
	s := string(id)
	if len(s) < 2+hashLen || !isHash(s[2:2+hashLen]) {
		return ""
	}
	rest := s[2+hashLen:]
	switch s[:2] {
	case prefixArticle:
		return typeIf(rest == "", TypeArticle)
	case prefixEntity:
		return typeIf(rest == "", TypeEntity)
	case prefixJudgement:
		return typeIf(rest == "", TypeJudgement)
	case prefixAudit:
		return typeIf(rest == "", TypeAudit)
	case prefixStatement:
		return typeIf(len(rest) >= 6 && rest[0] == '_' && isDigits(rest[1:]), TypeStatement)
	}
	return ""
}

func typeIf(ok bool, t NodeType) NodeType {
	if ok {
		return t
	}
	return ""
}

func isHash(s string) bool {
	for _, c := range s {
		if !strings.ContainsRune("0123456789abcdefghjkmnpqrstvwxyz", c) {
			return false
		}
	}
	return true
}

func isDigits(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
