namespace Ita.App.Web;

/// <summary>Refuses a request whose URL names a year without a framework, before its handler runs.</summary>
internal sealed class FiscalYears(KnownFrameworks frameworks) : IEndpointFilter
{
    private const string RouteValue = "year";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return http.Request.RouteValues.GetValueOrDefault(RouteValue) is string text
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year)
            && http.GetEndpoint()?.Metadata.GetMetadata<AnyYear>() is null
            && frameworks.Current.FindYear(year) is { IsRefused: true, Refusal: var refusal }
                ? new ProblemResult(refusal!)
                : await next(context);
    }
}

/// <summary>Endpoint metadata: the year in the path need not have a framework.</summary>
internal sealed record AnyYear;

/// <summary>The years of a catalogue, as requests name them.</summary>
internal static class CatalogueYears
{
    extension(FrameworkCatalogue frameworks)
    {
        /// <summary>The years with a framework.</summary>
        public ImmutableArray<int> NewestFirst => [.. frameworks.Years.Select(year => year.BuddhistEra).OrderDescending()];

        /// <summary>The year, if it has a framework.</summary>
        public Outcome<FiscalYear> FindYear(int year) => frameworks.TryGet(year, out var framework)
            ? framework.Year
            : Refusal.NotFound(
                "unknown-year", ("year", year.ToString(CultureInfo.InvariantCulture)), ("years", string.Join(", ", frameworks.Years)));
    }
}
