namespace Ita.Bench.Kills;

/// <param name="Count">The number of kills, spread evenly over the four kinds in <see cref="Kill"/>.</param>
/// <param name="Keep">True to keep the store for inspection.</param>
internal sealed record KillsOptions(int Count = 36, int Seed = 2567, int Year = 2567, bool Keep = false)
{
    public const string Usage = """
        bench/kills [options]   kills parts of ./run while sheets and uploads are posted, and counts what is found afterwards

          --kills N             36: a third each for the worker, LocalHost and Azurite (these two with SIGTERM and SIGKILL in turns)
          --seed N              2567; the same seed gives the same pauses and answers
          --year YEAR           2567, of the Buddhist Era
          --keep                leave the store and the log
        """;

    public static KillsOptions Parse(IEnumerable<string> words)
    {
        var options = new KillsOptions();
        var left = new Queue<string>(words);
        while (left.TryDequeue(out var name))
        {
            options = options.With(name, () => left.TryDequeue(out var value) ? value : throw new FormatException($"{name} needs a value."));
        }

        return options;
    }

    private KillsOptions With(string name, Func<string> value) => name switch
    {
        "--kills" => this with { Count = Number(value()) },
        "--seed" => this with { Seed = Number(value()) },
        "--year" => this with { Year = Number(value()) },
        "--keep" => this with { Keep = true },
        _ => throw new FormatException($"'{name}' is not known."),
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
