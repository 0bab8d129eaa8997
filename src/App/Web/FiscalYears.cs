namespace Ita.App.Web;

/// <summary>Refuses a request whose URL names a year without a framework, before its handler runs.</summary>
internal sealed class FiscalYears : IEndpointFilter
{
    private const string RouteValue = "year";

    /// <summary>The years with a framework.</summary>
    public static ImmutableArray<int> NewestFirst { get; } = [.. FrameworkCatalogue.BuiltIn.Years.Select(year => year.BuddhistEra).OrderDescending()];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.RouteValues.GetValueOrDefault(RouteValue) is string text
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year)
        && Find(year) is { IsRefused: true, Refusal: var refusal }
            ? new ProblemResult(refusal!)
            : await next(context);

    /// <summary>The year, if it has a framework.</summary>
    public static Outcome<FiscalYear> Find(int year) => FrameworkCatalogue.BuiltIn.TryGet(year, out var framework)
        ? framework.Year
        : Refusal.NotFound(
            "unknown-year", ("year", year.ToString(CultureInfo.InvariantCulture)), ("years", string.Join(", ", FrameworkCatalogue.BuiltIn.Years)));
}
