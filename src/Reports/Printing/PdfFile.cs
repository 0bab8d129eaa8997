using System.IO.Compression;

namespace Ita.Reports.Printing;

/// <summary>
/// Minimal access to a PDF, for changing the content of its pages. Supports only files as Chromium writes them, with one plain cross-reference
/// table and compression of streams only.
/// </summary>
internal sealed partial class PdfFile
{
    /// <summary>An entry of the cross-reference table: an offset of ten digits, and the type of the entry.</summary>
    private const int LineLength = 20;

    private const int OffsetDigits = 10;

    public PdfFile(byte[] bytes)
    {
        Text = Encoding.Latin1.GetString(bytes);
        Pages = [.. Page().Matches(Text).Select(match => Number(match, "object"))];
    }

    /// <summary>The file, with one character per byte.</summary>
    public string Text { get; private set; }

    /// <summary>Object numbers of the pages, in page order.</summary>
    public IReadOnlyList<int> Pages { get; }

    public byte[] Bytes => Encoding.Latin1.GetBytes(Text);

    /// <summary>The drawing operators of a page, decompressed.</summary>
    public string ContentOf(int page)
    {
        var stream = StreamOf(page);
        var (start, length) = (stream.Index + stream.Length, Number(stream, "length"));
        if (!stream.Groups["filter"].Success)
        {
            return Text.Substring(start, length);
        }

        using var zlib = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(Text, start, length)), CompressionMode.Decompress);
        using var reader = new StreamReader(zlib, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static string Head(Match stream, string compressed) => string.Create(
        CultureInfo.InvariantCulture, $"{stream.Groups["object"]} 0 obj\n<</Filter /FlateDecode\n/Length {compressed.Length}>> stream\n");

    private string End(Match table, int moved) => Start().Replace(
        Text[(table.Index + table.Length)..],
        start => string.Create(CultureInfo.InvariantCulture, $"startxref\n{Number(start, "offset") + moved}\n"));

    private Match StreamOf(int page)
    {
        var contents = Contents().Match(Text, ObjectAt(page));
        var stream = Stream().Match(Text, ObjectAt(Number(contents, "object")));
        return stream.Success ? stream : throw Changed($"page {page} has no stream");
    }

    private int ObjectAt(int number)
    {
        var table = Last(Table());
        return Number(Line().Match(Text, table.Index + table.Length - ((Number(table, "count") - number) * LineLength)), "offset");
    }

    // Searched from the end, because the binary streams before it can contain any bytes.
    private Match Last(Regex table) => table.Match(Text, Text.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1) is { Success: true } found
        ? found
        : throw Changed("there is no cross-reference table");

    private static string Compressed(string content)
    {
        var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(content));
        }

        return Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static InvalidDataException Changed(string what) => new($"In the PDF {what}: the browser's PDF writer has changed.");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\n(?<object>\d+) 0 obj\n<</Type /Page\n")]
    private static partial Regex Page();

    [GeneratedRegex(@"/Contents (?<object>\d+) 0 R")]
    private static partial Regex Contents();

    // The content of a blank page is not compressed.
    [GeneratedRegex(@"\G(?<object>\d+) 0 obj\n<<(?<filter>/Filter /FlateDecode\n)?/Length (?<length>\d+)>> stream\n")]
    private static partial Regex Stream();

    [GeneratedRegex(@"xref\n0 (?<count>\d+)\n(?:\d{10} \d{5} [nf] ?\r?\n)+")]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<offset>\d{10}) \d{5} (?<sort>[nf])")]
    private static partial Regex Line();

    [GeneratedRegex(@"startxref\n(?<offset>\d+)\n")]
    private static partial Regex Start();
}
