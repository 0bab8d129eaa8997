namespace Ita.Bench.Load;

/// <param name="Minutes">The duration of the load.</param>
/// <param name="Out">The file for the table; null for stdout.</param>
internal sealed record LoadOptions(int Minutes = 30, int Seed = 2567, string? Out = null)
{
    public const string Usage = """
        load [options]         a steady mix of sheets, uploads, reads, prints and wrong calls on the real app; memory, errors and what is left over

          --minutes N          30
          --seed N             2567; the same seed gives the same calls
          --out FILE.md        the table into a file
        """;

    public static LoadOptions Parse(IEnumerable<string> words)
    {
        var options = new LoadOptions();
        var left = new Queue<string>(words);
        while (left.TryDequeue(out var name))
        {
            options = options.With(name, () => left.TryDequeue(out var value) ? value : throw new FormatException($"{name} needs a value."));
        }

        return options;
    }

    private LoadOptions With(string name, Func<string> value) => name switch
    {
        "--minutes" => this with { Minutes = Number(value()) },
        "--seed" => this with { Seed = Number(value()) },
        "--out" => this with { Out = value() },
        _ => throw new FormatException($"'{name}' is not known."),
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
