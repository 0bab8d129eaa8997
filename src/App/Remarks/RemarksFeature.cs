namespace Ita.App.Remarks;

/// <summary>Free texts of assessors and respondents.</summary>
internal static class RemarksFeature
{
    public static IServiceCollection AddRemarks(this IServiceCollection services) => services.AddSingleton<RemarkTable>();
}
