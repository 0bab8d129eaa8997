using Ita.Domain.Ranking;
using Ita.Functions.Results;

namespace Ita.Functions.Api;

/// <summary>GET rankings/{year}?type=&amp;province=&amp;format=: by the shown total, best first, ties sharing a rank.</summary>
internal static class RankingsApi
{
    private const string Basis = "total shown, two decimals; equal totals share a rank and the ranks they take up are left out";

    public static void MapRankings(this RouteGroupBuilder api) => api.MapGet("/rankings/{year:int}", RankAsync);

    private static async Task<IResult> RankAsync(
        int year, string? type, string? province, string? format, ResultTable results, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        var rows = new List<ResultRow>();
        await foreach (var entity in results.AllAsync(known, stop))
        {
            var row = ResultRow.Read(entity);
            if ((type is null || row.Type == type) && (province is null || row.Province == province))
            {
                rows.Add(row);
            }
        }

        var places = Places.Of(rows, row => row.Total);
        return format switch
        {
            "csv" => TypedResults.File(Csv(places), CsvText.ContentType, $"rankings-{known}.csv"),
            null or "json" => TypedResults.Json(
                new
                {
                    fiscalYear = known,
                    type,
                    province,
                    basis = Basis,
                    agencies = rows.Count,
                    notProcessed = rows.Count - places.Length,
                    ranking = places.Select(place => Brief(place)),
                },
                ApiJson.Options),
            _ => ApiProblem.Of(StatusCodes.Status400BadRequest, "list-format-unknown"),
        };
    }

    private static object Brief(Placed<ResultRow> place) => new
    {
        place.Rank,
        agencyCode = place.Value.Agency,
        agencyName = place.Value.Name,
        agencyType = place.Value.Type,
        place.Value.Province,
        total = place.Score,
        place.Value.Rating,
    };

    private static byte[] Csv(IEnumerable<Placed<ResultRow>> places)
    {
        var csv = new CsvText().Row("rank", "fiscal_year", "agency_code", "agency_name", "agency_type", "province", "total", "rating");
        foreach (var place in places)
        {
            var row = place.Value;
            csv.Row(place.Rank, row.Year.BuddhistEra, row.Agency, row.Name, row.Type, row.Province, place.Score, row.Rating);
        }

        return csv.ToBytes();
    }
}
