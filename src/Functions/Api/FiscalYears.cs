using System.Globalization;
using Ita.Domain;
using Ita.Domain.Frameworks;

namespace Ita.Functions.Api;

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
}
