namespace Ita.Intake.Kinds.Measures;

/// <summary>Splits the steps of a measure: by their numbers, else by lines, else by semicolons or vertical bars.</summary>
internal static partial class StepsCell
{
    private static readonly char[] Lines = ['\r', '\n'];
    private static readonly char[] Strokes = [';', '|'];

    public static ImmutableArray<string> Split(string cell)
    {
        var numbers = RisingNumbers(cell);
        var parts = numbers is [{ Index: 0 }, ..]
            ? numbers.Select((number, place) =>
                cell[(number.Index + number.Length)..(place + 1 < numbers.Count ? numbers[place + 1].Index : cell.Length)])
            : cell.Split(cell.IndexOfAny(Lines) >= 0 ? Lines : Strokes).Select(WithoutBullet);
        return [.. parts.Select(part => part.Trim()).Where(part => part.Length > 0)];
    }

    /// <summary>The numbers 1, 2, 3 … before the steps. A number out of order belongs to the text of a step.</summary>
    private static List<Match> RisingNumbers(string cell)
    {
        var rising = new List<Match>();
        foreach (Match match in StepNumber().Matches(CellText.WithAsciiDigits(cell)))
        {
            if (int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) == rising.Count + 1)
            {
                rising.Add(match);
            }
        }

        return rising;
    }

    private static string WithoutBullet(string part) => part.Trim().TrimStart('-', '•', '–', '*');

    [GeneratedRegex(@"(?:^|(?<=\s))\(?(?<number>[0-9]{1,2})[.)](?![0-9])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex StepNumber();
}
