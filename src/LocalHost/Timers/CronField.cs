using System.Globalization;

namespace Ita.LocalHost.Timers;

/// <summary>One field of a schedule: the numbers at which it is due.</summary>
/// <remarks>Lists <c>1,5</c>, ranges <c>1-5</c>, steps <c>*/15</c>, <c>10-40/10</c> and <c>5/20</c> (from 5 on), names by their first letters.</remarks>
internal sealed record CronField(string Title, int First, int Last, IReadOnlyList<string> Names)
{
    public static readonly CronField Second = new("second", 0, 59, []);
    public static readonly CronField Minute = new("minute", 0, 59, []);
    public static readonly CronField Hour = new("hour", 0, 23, []);
    public static readonly CronField Day = new("day", 1, 31, []);
    public static readonly CronField Month = new("month", 1, 12, CultureInfo.InvariantCulture.DateTimeFormat.MonthNames);
    public static readonly CronField DayOfWeek = new("day of week", 0, 6, CultureInfo.InvariantCulture.DateTimeFormat.DayNames);

    private const int ShortestName = 3;

    /// <exception cref="FormatException">The text is no such field; the message says which and why.</exception>
    public SortedSet<int> Parse(string text) => [.. text.Split(',').SelectMany(ParsePart)];

    private IEnumerable<int> ParsePart(string part)
    {
        var (range, step) = part.Split('/') switch
        {
            [var whole] => (whole, 1),
            [var whole, var every] when int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => (whole, number),
            _ => throw Wrong(part),
        };
        var (from, to) = Range(range, part.Contains('/', StringComparison.Ordinal));
        return from > to ? throw Wrong(part) : Enumerable.Range(from, to - from + 1).Where(number => (number - from) % step == 0);
    }

    private (int From, int To) Range(string text, bool hasStep) => text.Split('-') switch
    {
        ["*" or "?"] => (First, Last),
        [var only] => (Number(only), hasStep ? Last : Number(only)),
        [var from, var to] => (Number(from), Number(to)),
        _ => throw Wrong(text),
    };

    private int Number(string text)
    {
        var known = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Named(text);
        return known >= First && known <= Last ? known : throw Wrong(text);
    }

    private int Named(string text)
    {
        var index = Names.ToList().FindIndex(name => name.Length > 0 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return text.Length >= ShortestName && index >= 0 ? index + First : throw Wrong(text);
    }

    private FormatException Wrong(string text) => new($"'{text}' is no {Title}: a number from {First} to {Last}, a range, a step or a list.");
}
