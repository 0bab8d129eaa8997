namespace Ita.Bench.Surveys;

/// <param name="Rates">Sheets per second, one step each; empty to search for the limit.</param>
/// <param name="Seconds">The duration of each step.</param>
/// <param name="Agencies">The number of agencies that the sheets are spread over.</param>
/// <param name="Out">The file for the table; null for stdout.</param>
internal sealed record SurveysOptions(
    ImmutableArray<int> Rates, int Seconds = 10, int Agencies = 20, int Year = 2567, int Seed = 2567, string? Out = null)
{
    public const string Usage = """
        surveys [options]      posts answer sheets to the real app at steady rates and measures how long each waits

          --rates N,N,…        sheets a second, one step each; left out, rates rise until the app falls behind
          --seconds N          10, of each step
          --agencies N         20, in turns
          --year YEAR          2567, of the Buddhist Era
          --seed N             2567; the same seed gives the same answers
          --out FILE.md        the table into a file
        """;

    public static SurveysOptions Parse(IEnumerable<string> words)
    {
        var options = new SurveysOptions([]);
        var left = new Queue<string>(words);
        while (left.TryDequeue(out var name))
        {
            options = options.With(name, () => left.TryDequeue(out var value) ? value : throw new FormatException($"{name} needs a value."));
        }

        return options;
    }

    private SurveysOptions With(string name, Func<string> value) => name switch
    {
        "--rates" => this with { Rates = [.. value().Split(',').Select(Number)] },
        "--seconds" => this with { Seconds = Number(value()) },
        "--agencies" => this with { Agencies = Number(value()) },
        "--year" => this with { Year = Number(value()) },
        "--seed" => this with { Seed = Number(value()) },
        "--out" => this with { Out = value() },
        _ => throw new FormatException($"'{name}' is not known."),
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
