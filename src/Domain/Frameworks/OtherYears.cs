namespace Ita.Domain.Frameworks;

/// <summary>Lookups in all years, for messages about items of the wrong year.</summary>
public static class OtherYears
{
    /// <summary>The years whose framework has an item of this code, oldest first.</summary>
    /// <param name="code">As in the framework file, for example I16.</param>
    public static ImmutableArray<FiscalYear> WithItem(string code) =>
        [.. FrameworkCatalogue.All.Where(framework => framework.Items.Any(item => item.Code == code)).Select(framework => framework.Year)];
}
