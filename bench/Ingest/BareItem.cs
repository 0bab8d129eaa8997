using System.Text;

namespace Ita.Bench.Ingest;

/// <summary>An item as the baseline parser knows it, read from a small file next to the large one, because such a
/// parser would have it built in.</summary>
/// <param name="Points">By label, best first, because that one is the most frequent.</param>
internal sealed record BareItem(string Code, string Instrument, (byte[] Label, int Points)[] Points)
{
    public static BareItem[] ReadAll(string path) => [.. File.ReadAllLines(path).Select(line => Of(line.Split('\t')))];

    private static BareItem Of(string[] words) => new(words[0], words[1], [.. words[2..].Chunk(2)
        .Select(pair => (Encoding.UTF8.GetBytes(pair[0]), int.Parse(pair[1], CultureInfo.InvariantCulture)))
        .Reverse()]);
}
