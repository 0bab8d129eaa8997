namespace Ita.LocalHost.Commands;

/// <summary>The words of a command line, taken one option at a time.</summary>
internal sealed class CommandWords(IEnumerable<string> words)
{
    private readonly List<string> _words = [.. words];

    public bool TakeFlag(string name) => _words.Remove(name);

    /// <summary>The word behind <paramref name="name"/>; null when it was not given.</summary>
    /// <exception cref="FormatException">The option stands last and has no value.</exception>
    public string? TakeValue(string name)
    {
        var at = _words.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        var value = at + 1 < _words.Count ? _words[at + 1] : throw new FormatException($"{name} needs a value.");
        _words.RemoveRange(at, 2);
        return value;
    }

    /// <summary>What is left: the operands.</summary>
    /// <exception cref="FormatException">An option nobody took is among them.</exception>
    public IReadOnlyList<string> Rest() =>
        _words.Find(word => word.StartsWith("--", StringComparison.Ordinal)) is { } unknown
            ? throw new FormatException($"'{unknown}' is not known.")
            : _words;
}
