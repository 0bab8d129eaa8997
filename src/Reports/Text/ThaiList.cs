namespace Ita.Reports.Text;

/// <summary>Enumerations in running Thai text.</summary>
public static class ThaiList
{
    /// <summary>ก; ก และ ข; ก ข และ ค.</summary>
    /// <param name="separator">Between all but the last two: a comma where the parts have spaces.</param>
    public static string And(IEnumerable<string> parts, string separator = " ") => Joined([.. parts], "และ", separator);

    /// <summary>ก; ก หรือ ข; ก ข หรือ ค.</summary>
    public static string Or(IEnumerable<string> parts) => Joined([.. parts], "หรือ", " ");

    /// <summary>Codes of items: I1, E1, O14.</summary>
    public static string Codes(IEnumerable<string> codes) => string.Join(", ", codes);

    /// <summary>Numbers in their order; three or more in a row are written as a range: 1–4, 6, 7.</summary>
    public static string Numbers(IEnumerable<int> numbers)
    {
        List<(int First, int Last)> ranges = [];
        foreach (var number in numbers.Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last == number - 1)
            {
                ranges[^1] = (ranges[^1].First, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        return Codes(ranges.SelectMany(Written));
    }

    private static IEnumerable<string> Written((int First, int Last) range) => range.Last - range.First < 2
        ? Enumerable.Range(range.First, range.Last - range.First + 1).Select(number => ThaiNumber.Count(number))
        : [$"{ThaiNumber.Count(range.First)}–{ThaiNumber.Count(range.Last)}"];

    private static string Joined(string[] parts, string last, string separator) => parts.Length switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(separator, parts[..^1])} {last} {parts[^1]}",
    };
}
