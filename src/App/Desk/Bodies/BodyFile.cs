namespace Ita.App.Desk.Bodies;

/// <summary>The list of bodies as a file.</summary>
internal static class BodyFile
{
    public static TableFile Create(int year, ImmutableArray<Body> bodies) => new(
        FormattableString.Invariant($"agencies-{year}"),
        TableFile.Columns(
            ["fiscal_year", "agency_code", "agency_name", "agency_type", "province", "state", "total_before", "total", "change", "rating"],
            "fiscal_year", "total_before", "total", "change"),
        bodies.ToAsyncEnumerable().Select(body => new object?[]
        {
            year, body.Code, body.Name, body.Type, body.Province, Names.Of(body.State), body.Before, body.Total, body.Change, body.Rating,
        }));
}
