using Ita.App.Surveys;

namespace Ita.App.Results;

/// <summary>Stored results: scoring, versions, publishing, evidence and analysis.</summary>
internal static class ResultsFeature
{
    public static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddSingleton<ItemScoreTable>()
        .AddSingleton<IStatedRespondents>(parts => parts.GetRequiredService<ItemScoreTable>())
        .AddSingleton<ResultTable>()
        .AddSingleton<BestTenths>()
        .AddSingleton<ResultBlobs>()
        .AddSingleton<EvidenceTable>()
        .AddSingleton<ResultScoring>()
        .AddSingleton<ResultRevision>()
        .AddSingleton<StoredResults>()
        .AddSingleton<Withholding>()
        .AddSingleton<IShownSheets>(services => services.GetRequiredService<Withholding>())
        .AddSingleton<Publishing>()
        .AddSingleton<IPublishedResults>(parts => parts.GetRequiredService<Publishing>())
        .AddSchema<ResultObject>("result")
        .AddSchema<DiffObject>("diff");

    public static void MapStoredResults(this IEndpointRouteBuilder api)
    {
        api.MapResults();
        api.MapVersions();
        api.MapEvidence();
    }
}
