using System.Text;
using Ita.Bench.Material;

namespace Ita.Bench.AnnualRun;

/// <summary>The expected manifest, computed from the nation's shape alone.</summary>
internal static class Expected
{
    /// <summary>"code status reason", by code.</summary>
    public static IReadOnlyList<string> Lines(NationShape nation, IEnumerable<int> numbers, bool printed) =>
        [.. numbers.Select(number => $"{NationAgency.Number(number).Code} {Outcome(nation.FaultOf(number), printed)}").Order(StringComparer.Ordinal)];

    /// <summary>The same lines of a received manifest, with the hash of each finished line.</summary>
    public static (IReadOnlyList<string> Lines, IReadOnlyDictionary<string, string> Hashes) Read(byte[] manifest)
    {
        var rows = Encoding.UTF8.GetString(manifest).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray()).ToList();
        return (
            [.. rows.Select(cells => $"{cells[1]} {cells[7]} {cells[8]}")],
            rows.Where(cells => cells[7] == "done").ToDictionary(cells => cells[1], cells => cells[9]));
    }

    private static string Outcome(NationFault fault, bool printed) => fault switch
    {
        NationFault.Unscored or NationFault.Refused => "skipped no-result",
        NationFault.NoChecklist when printed => "skipped not-processed",
        _ => "done ",
    };
}
