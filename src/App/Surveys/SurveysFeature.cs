namespace Ita.App.Surveys;

/// <summary>Surveys: periods, access, sheets, scores and the pages of respondents.</summary>
internal static class SurveysFeature
{
    public static IServiceCollection AddSurveys(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<SurveyTable>()
            .AddSingleton<SecretTable>()
            .AddSingleton<PasswordTable>()
            .AddSingleton<LimitTable>()
            .AddSingleton<SharedLimitTable>()
            .AddSingleton<ResponseTable>()
            .AddSingleton<SurveyRegistry>()
            .AddSingleton<SurveyClosing>()
            .AddSingleton<SurveyMeter>()
            .AddSingleton<SurveyDays>()
            .AddSingleton<SurveyScores>()
            .AddSingleton<SurveyWatch>()
            .AddSingleton<SurveyQuality>()
            .AddSingleton<PasswordProof>()
            .AddSingleton<SheetProof>()
            .AddSingleton<SurveyPosting>()
            .AddSingleton<SheetGate>()
            .AddSingleton<CodeIssuing>()
            .AddSingleton<PasswordLimits>()
            .AddSingleton<LetterOtpSender>()
            .AddSingleton<PasswordIssuing>();
        return configuration.GetValue(ShowingOtpSender.Setting, false)
            ? services.AddSingleton<IOtpSender, ShowingOtpSender>()
            : services.AddSingleton<IOtpSender>(services => services.GetRequiredService<LetterOtpSender>());
    }

    public static void MapSurveys(this IEndpointRouteBuilder api)
    {
        api.MapSurveysApi();
        api.MapSheets();
    }
}
