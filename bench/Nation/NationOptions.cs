using Ita.Bench.Material;

namespace Ita.Bench.Nation;

/// <param name="Out">The file for the table; null for stdout.</param>
/// <param name="File">Only writes the nation's file to this path.</param>
internal sealed record NationOptions(NationShape Shape, string? Out, string? File)
{
    public const string Usage = """
        nation [options]       ingests an invented nation through the real app and measures it

          --agencies N         8300
          --year YEAR          2566, of the Buddhist Era
          --seed N             2566; the same seed gives the same file
          --published          with the indicators and the total each agency would have published
          --out FILE.md        the table into a file
          --file FILE.csv      only write the nation's file
        """;

    public static NationOptions Parse(IEnumerable<string> words)
    {
        var options = new NationOptions(new NationShape(), null, null);
        var left = new Queue<string>(words);
        while (left.TryDequeue(out var name))
        {
            options = options.With(name, () => left.TryDequeue(out var value) ? value : throw new FormatException($"{name} needs a value."));
        }

        return options;
    }

    private NationOptions With(string name, Func<string> value) => name switch
    {
        "--agencies" => this with { Shape = Shape with { Agencies = Number(value()) } },
        "--year" => this with { Shape = Shape with { Year = Number(value()) } },
        "--seed" => this with { Shape = Shape with { Seed = Number(value()) } },
        "--published" => this with { Shape = Shape with { Published = true } },
        "--out" => this with { Out = value() },
        "--file" => this with { File = value() },
        _ => throw new FormatException($"'{name}' is not known."),
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
