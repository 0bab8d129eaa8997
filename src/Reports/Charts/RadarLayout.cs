namespace Ita.Reports.Charts;

/// <summary>Positions in a radar chart, in units of its view box; the first spoke points up, the others follow clockwise.</summary>
internal sealed record RadarLayout(int Spokes)
{
    public const int Width = 640;
    public const int Height = 330;
    private const double Radius = 128;
    private const double LabelRadius = Radius + 14;

    public static (int X, int Y) Middle => (Width / 2, Height / 2);

    public (decimal X, decimal Y) At(int spoke, decimal value) => Point(spoke, Radius * (double)value / 100);

    /// <summary>The same value on every spoke.</summary>
    public string Ring(decimal value) => Points(Enumerable.Range(0, Spokes).Select(spoke => At(spoke, value)));

    /// <summary>The polygon of some values; spokes without a value are skipped.</summary>
    public string Shape(IEnumerable<decimal?> values) => Points(values
        .Select((value, spoke) => (value, spoke))
        .Where(pair => pair.value is not null)
        .Select(pair => At(pair.spoke, pair.value!.Value)));

    public string Label(int spoke, string label)
    {
        var (x, y) = Point(spoke, LabelRadius);
        var anchor = Math.Abs(x - Middle.X) < 1 ? "middle" : x > Middle.X ? "start" : "end";
        return ChartText.Anchored(BarLayout.Number(x), BarLayout.Number(y + 4), label, anchor);
    }

    // Coordinates have two decimals, so differences in the last bits of sine and cosine between machines do not matter.
    private static string Points(IEnumerable<(decimal X, decimal Y)> points) =>
        string.Join(" ", points.Select(point => $"{BarLayout.Number(point.X)},{BarLayout.Number(point.Y)}"));

    private (decimal X, decimal Y) Point(int spoke, double length)
    {
        var angle = (2 * Math.PI * spoke / Spokes) - (Math.PI / 2);
        return ((decimal)(Middle.X + (length * Math.Cos(angle))), (decimal)(Middle.Y + (length * Math.Sin(angle))));
    }
}
