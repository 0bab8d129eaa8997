namespace Ita.Intake.Headers;

/// <summary>An indicator's number with its name behind it, as documents head columns and rows: <c>ตัวชี้วัดที่ 2 การใช้อำนาจ</c>.</summary>
internal static partial class IndicatorTitle
{
    /// <summary>Null when the text has no number of an indicator, or no name after it.</summary>
    public static (int Number, string Label)? Parse(string text)
    {
        var match = NumberAndName().Match(CellText.WithAsciiDigits(text));
        if (!match.Success || !ColumnNames.Plain(Column.Ind).Contains(CellText.Plain(match.Groups["word"].Value)))
        {
            return null;
        }

        var label = CellText.Shortened(HeaderUnit.CutFrom(text[match.Groups["label"].Index..].Trim()));
        return label.Length == 0 ? null : (int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), label);
    }

    /// <summary>A word, a number of its own (not 1.1), and a name that begins with a letter.</summary>
    [GeneratedRegex(
        @"^(?<word>[^0-9]{1,20})(?<number>[0-9]{1,3})(?!\.?[0-9])[\s.:)\-–]*(?<label>[\p{L}(].*)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NumberAndName();
}
