using CsvHelper;

namespace Ita.Bench.Ingest;

/// <summary>The baseline for answer sheets: CsvHelper's parser with spans and integer sums, without checking any
/// cell.</summary>
internal static class BareAnswers
{
    private const int AgencyColumn = 1;
    private const int FirstAnswer = 3;

    /// <returns>The sum of all agencies' instrument scores, to compare with that of the app's intake.</returns>
    public static double Read(Stream file, BareItem[] known, bool labels)
    {
        var items = known.Length;
        var agencies = new SpanNumbers();
        var sums = new long[IngestFile.Agencies * items];
        var counts = new int[IngestFile.Agencies * items];
        using var reader = CsvReader.Create(file, new CsvReaderOptions { Separator = ',', HasHeader = true });
        while (reader.Read())
        {
            var first = agencies.Of(reader.GetSpan(AgencyColumn)) * items;
            for (var item = 0; item < items; item++)
            {
                var cell = reader.GetSpan(FirstAnswer + item);
                sums[first + item] += labels ? PointsOf(known[item].Points, cell) : PointsOf(cell);
                counts[first + item]++;
            }
        }

        return Enumerable.Range(0, IngestFile.Agencies).Sum(agency =>
            Enumerable.Range(agency * items, items).Average(place => (double)sums[place] / counts[place]));
    }

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
