namespace Ita.Bench.AnnualRun;

/// <param name="Sample">The number of agencies whose reports are printed.</param>
/// <param name="Out">The file for the tables; null for stdout.</param>
/// <param name="Keep">True to keep store and logs.</param>
internal sealed record AnnualOptions(int Agencies, int Sample, int Instances, string? Out, bool Keep)
{
    public const string Usage = """
        national [options]     the annual run over an invented nation: scored from files, run without and with printing, workers killed midway

          --agencies N         8323
          --sample N           300, of which reports are printed
          --instances N        3, each a host and a worker on one store
          --out FILE.md        the tables into a file
          --keep               leave store and logs in .build/annual
        """;

    public static AnnualOptions Parse(IEnumerable<string> words)
    {
        var options = new AnnualOptions(8_323, 300, 3, null, false);
        var left = new Queue<string>(words);
        while (left.TryDequeue(out var name))
        {
            options = options.With(name, () => left.TryDequeue(out var value) ? value : throw new FormatException($"{name} needs a value."));
        }

        return options;
    }

    private AnnualOptions With(string name, Func<string> value) => name switch
    {
        "--agencies" => this with { Agencies = Number(value()) },
        "--sample" => this with { Sample = Number(value()) },
        "--instances" => this with { Instances = Number(value()) },
        "--out" => this with { Out = value() },
        "--keep" => this with { Keep = true },
        _ => throw new FormatException($"'{name}' is not known."),
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
