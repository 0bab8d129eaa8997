using System.Globalization;
using Ita.App.Results;
using Ita.Domain;
using Ita.Domain.Frameworks;

namespace Ita.App.Web;

/// <summary>The year in an address.</summary>
internal static class FiscalYears
{
    /// <summary>The year, or null with the answer to give.</summary>
    public static FiscalYear? Known(int year, out IResult refusal)
    {
        if (FrameworkCatalogue.TryGet(year, out var framework))
        {
            refusal = TypedResults.Empty;
            return framework.Year;
        }

        refusal = ApiProblem.Of(
            StatusCodes.Status404NotFound,
            "unknown-year",
            ("year", year.ToString(CultureInfo.InvariantCulture)),
            ("years", string.Join(", ", FrameworkCatalogue.Years)));
        return null;
    }

    /// <summary>The current result an address names, or null with the answer to give.</summary>
    public static async Task<(ResultRow? Row, IResult Refusal)> RowAsync(int year, string agency, ResultTable results, CancellationToken stop)
    {
        if (Known(year, out var refusal) is not { } known)
        {
            return (null, refusal);
        }

        return await results.FindAsync(known, agency, stop) is { } row ? (row, TypedResults.Empty) : (null, ApiProblem.NotFound());
    }
}
