using System.Text;
using CsvHelper;
using Ita.Domain.Frameworks;

namespace Ita.Bench.Ingest;

/// <summary>The yardstick for answer sheets: CsvHelper's parser with spans and integer sums, trusting every cell.</summary>
internal static class BareAnswers
{
    private const int AgencyColumn = 1;
    private const int FirstAnswer = 3;

    /// <returns>The sum of all agencies' instrument scores, to compare with ours.</returns>
    public static double Read(Stream file, bool labels)
    {
        var items = IngestFile.Items.Length;
        var agencies = new SpanNumbers();
        var sums = new long[IngestFile.Agencies * items];
        var counts = new int[IngestFile.Agencies * items];
        var known = IngestFile.Items.Select(Labels).ToArray();
        using var reader = CsvReader.Create(file, new CsvReaderOptions { Separator = ',', HasHeader = true });
        while (reader.Read())
        {
            var first = agencies.Of(reader.GetSpan(AgencyColumn)) * items;
            for (var item = 0; item < items; item++)
            {
                var cell = reader.GetSpan(FirstAnswer + item);
                sums[first + item] += labels ? PointsOf(known[item], cell) : PointsOf(cell);
                counts[first + item]++;
            }
        }

        return Enumerable.Range(0, IngestFile.Agencies).Sum(agency =>
            Enumerable.Range(agency * items, items).Average(place => (double)sums[place] / counts[place]));
    }

    private static (byte[] Label, int Points)[] Labels(Item item) =>
        [.. IngestFile.Framework.ChoicesOf(item).Select(choice => (Encoding.UTF8.GetBytes(choice.Label), (int)choice.Points)).Reverse()];

    private static int PointsOf((byte[] Label, int Points)[] known, ReadOnlySpan<byte> cell)
    {
        foreach (var (label, points) in known)
        {
            if (cell.SequenceEqual(label))
            {
                return points;
            }
        }

        throw new FormatException("No such label.");
    }

    private static int PointsOf(ReadOnlySpan<byte> cell)
    {
        var points = 0;
        foreach (var sign in cell)
        {
            points = points * 10 + (sign - '0');
        }

        return points;
    }
}
