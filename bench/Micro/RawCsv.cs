using System.Buffers.Text;
using CsvHelper;

namespace Ita.Bench.Micro;

/// <summary>The baseline: CsvHelper's parser with spans that adds up the last column and does nothing else.</summary>
internal static class RawCsv
{
    private const int ScoreColumn = 3;

    public static (int Rows, long Hundredths) Sum(byte[] file)
    {
        using var reader = CsvReader.Create(new MemoryStream(file), new CsvReaderOptions { Separator = ',', HasHeader = true });
        var (rows, sum) = (0, 0L);
        while (reader.Read())
        {
            sum += Hundredths(reader.GetSpan(ScoreColumn));
            rows++;
        }

        return (rows, sum);
    }

    private static long Hundredths(ReadOnlySpan<byte> score) =>
        Utf8Parser.TryParse(score, out long whole, out var used) && Utf8Parser.TryParse(score[(used + 1)..], out long part, out _)
            ? whole * 100 + part
            : throw new FormatException("The generator writes two decimals.");
}
