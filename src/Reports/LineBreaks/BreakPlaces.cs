namespace Ita.Reports.LineBreaks;

/// <summary>Writes into a rendered page where its lines can be broken.</summary>
/// <remarks>
/// The browser's own dictionary breaks Thai within words and syllables (การก|องคลัง, ความ|โปร่งใส). So Thai text is in spans that do not wrap,
/// with a <c>wbr</c> at each place where they may. Neither adds a character to text that is copied or searched. Both are added when a page is
/// printed or shown, so that a report's content and its hash do not depend on them.
/// </remarks>
public static partial class BreakPlaces
{
    private const string Style = "<style>.th{white-space:nowrap}wbr{white-space:normal}</style>";
    private const string Open = "<span class=\"th\">";
    private const string Close = "</span>";
    private const string Break = "<wbr>";

    /// <summary>Longer words of other scripts, such as URLs, are left to the style sheet.</summary>
    private const int LongestForeign = 14;

    /// <summary>Texts of a page with fewer letters are left alone: its columns are as wide as they need.</summary>
    private const int LongOnPage = 40;

    /// <summary>Letters of a number and what belongs to it, which in a table are broken when they are more.</summary>
    private const int MostInTable = 11;

    private const int Unlimited = 100;

    /// <summary>For paper, where every column is narrow.</summary>
    public static string InPrint(string html) => WrittenInto(html, longerThan: 0);

    /// <summary>For a screen: in texts that fill more than a line.</summary>
    public static string OnPage(string html) => WrittenInto(html, LongOnPage);

    private static string WrittenInto(string html, int longerThan)
    {
        var done = new Dictionary<string, string>();
        var set = HtmlText.Changed(html, TableMarkup(), outside => Written(outside, longerThan, Unlimited, done));
        done.Clear();
        set = Table().Replace(set, table => Written(table.Value, longerThan, MostInTable, done));
        return set.Replace("</head>", Style + "</head>", StringComparison.Ordinal);
    }

    private static string Written(string html, int longerThan, int most, Dictionary<string, string> done) => HtmlText.Changed(
        html, Markup(), text => text.Length <= longerThan ? text : done.TryGetValue(text, out var same) ? same : done[text] = Set(text, most));

    private static string Set(string text, int most)
    {
        if (!text.AsSpan().ContainsAnyInRange('ก', '๎'))
        {
            return text;
        }

        var body = text.Trim(' ', '\n', '\r', '\t');
        var start = text.IndexOf(body, StringComparison.Ordinal);
        var html = new StringBuilder(text.Length * 2).Append(text, 0, start).Append(Open);
        var tokens = Space().Split(body);
        var width = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            width += ThaiLetters.Width(tokens[at]) + 1;
            var belongs = at > 0 && Belong(tokens[at - 1], tokens[at]) && width <= most;
            width = belongs ? width : ThaiLetters.Width(tokens[at]);
            html.Append(at == 0 ? "" : belongs ? " " : " " + Break).Append(SetToken(tokens[at]));
        }

        return html.Append(Close).Append(text, start + body.Length, text.Length - start - body.Length)
            .Replace(Open + Close, "").ToString();
    }

    private static string SetToken(string token)
    {
        if (!token.Any(ThaiLetters.IsThai))
        {
            return token.Length <= LongestForeign ? token : Close + token + Open;
        }

        return Run().Replace(token, run => run.Groups["thai"].Success
            ? string.Join(Break, ThaiChunks.Split(run.Value))
            : SetForeign(run.Value, isLast: run.Index + run.Length == token.Length));
    }

    // A line may also be broken behind a slash or comma between two words.
    private static string SetForeign(string letters, bool isLast) =>
        letters.Length > LongestForeign ? Close + letters + Open
        : !isLast && letters[^1] is ('/' or ',' or ';') ? letters + Break
        : letters;

    // A number stays with its unit, and with what it numbers; a day with its month, a month with its year.
    private static bool Belong(string last, string next) =>
        (Numbering().IsMatch(last) && Number().IsMatch(next)) || (Number().IsMatch(last) && Unit().IsMatch(next));

    [GeneratedRegex("<style.*?</style>|<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex TableMarkup();

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("[ \n\r\t]+")]
    private static partial Regex Space();

    [GeneratedRegex("(?<thai>[ก-\u0e3aเ-\u0e4e]+)|[^ก-\u0e3aเ-\u0e4e]+")]
    private static partial Regex Run();

    [GeneratedRegex("(?:พ\\.ศ\\.|ที่|ข้อ|ปี|ร้อยละ|จำนวน|หน้า|มาตรา|ตารางที่|ภาพที่|เวลา|คม|ยน|พันธ์)$")]
    private static partial Regex Numbering();

    [GeneratedRegex("^[(]?[0-9๐-๙][0-9๐-๙.,]*[)]?$")]
    private static partial Regex Number();

    [GeneratedRegex("^(?:คะแนน|รายการ|มาตรการ|แห่ง|คน|ราย|ข้อ|ตัวชี้วัด|ฉบับ|ครั้ง|บาท|วัน|เดือน|ปี|หน่วยงาน|ประเด็น|น\\.|"
        + "(?:มกรา|มีนา|พฤษภา|กรกฎา|สิงหา|ตุลา|พฤศจิกา|ธันวา)คม|"
        + "(?:เมษา|มิถุนา|กันยา|พฤศจิกา)ยน|กุมภาพันธ์)[ ,.)]*$")]
    private static partial Regex Unit();

    // Titles cannot contain elements, and text in drawings is not wrapped.
    [GeneratedRegex("<style.*?</style>|<title.*?</title>|<svg.*?</svg>|<code.*?</code>|<!--.*?-->|<[^>]*>|&#?[A-Za-z0-9]+;", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
