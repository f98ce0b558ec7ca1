package newsdate

import (
	"errors"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2017-12-25T11:06:00Z":                   "2017-12-25T11:06:00Z",
		"2017-12-25T11:06:00+03:00":              "2017-12-25T08:06:00Z",
		"2017-12-25T11:06:00.123456":             "2017-12-25T11:06:00Z",
		"2017-12-25":                             "2017-12-25T00:00:00Z",
		"2017-12-25 11:06":                       "2017-12-25T11:06:00Z",
		"2017-12-25 11:06:00+03":                 "2017-12-25T08:06:00Z",
		"2017-12-25 11:06:00 +0300":              "2017-12-25T08:06:00Z",
		"25 Dec, 2017 11:06":                     "2017-12-25T11:06:00Z",
		"Mon, 25 Dec 2017 11:06:00 GMT":          "2017-12-25T11:06:00Z",
		"Mon, 25 Dec 2017 11:06:00 -0500":        "2017-12-25T16:06:00Z",
		"December 25, 2017":                      "2017-12-25T00:00:00Z",
		"Dec. 25th, 2017 at 5 p.m. EST":          "2017-12-25T22:00:00Z",
		"July 4, 2018, 5:30 p.m. ET":             "2018-07-04T21:30:00Z",
		"Published: 25 December 2017 12:01 AM":   "2017-12-25T00:01:00Z",
		"12/25/2017":                             "2017-12-25T00:00:00Z",
		"25/12/2017":                             "2017-12-25T00:00:00Z",
		"3/4/17":                                 "2017-03-04T00:00:00Z",
		"25.12.2017 11:06":                       "2017-12-25T11:06:00Z",
		"1514199960":                             "2017-12-25T11:06:00Z",
		"1514199960000":                          "2017-12-25T11:06:00Z",
		"20171225":                               "",
		"yesterday":                              "",
		"3 hours ago":                            "",
		"Dec 25":                                 "",
		"December 2017":                          "",
		"2017-02-30":                             "",
		"25 Dec 2017 25:00":                      "",
		"":                                       "",
		"The meeting was held on 25 Dec 2017":    "",
		"In 2017, 12 of May's 25 towns were hit": "",
	} {
		got, err := Parse(in)
		if want == "" {
			if !errors.Is(err, ErrDate) {
				t.Errorf("Parse(%q) = %v, %v; want ErrDate", in, got, err)
			}
			continue
		}
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("Parse(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
}

func TestClock(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"14:05 GMT": true, "14:05": true, "2:30 p.m. ET:": true, "[09:15]": true, "5 p.m.": true,
		"25 Dec 2017 14:05": false, "2017": false, "Mark 5:12": false, "14:05 The minister": false,
	} {
		if got := Clock(in); got != want {
			t.Errorf("Clock(%q) = %v", in, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"25 Dec, 2017 11:06", "2017-12-25 11:06:00+03", "July 4, 2018, 5:30 p.m. ET", "1.2", "1:2:3:4", "٣ Dec"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := Parse(s)
		if err == nil && got.Location() != time.UTC {
			t.Errorf("Parse(%q) is not in UTC", s)
		}
		Line(s)
		Clock(s)
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := Parse("December 25, 2017 at 11:06 a.m. ET"); err != nil {
			b.Fatal(err)
		}
	}
}
