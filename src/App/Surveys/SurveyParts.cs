namespace Ita.App.Surveys;

internal static class SurveyParts
{
    /// <summary>Everything surveys are made of.</summary>
    public static IServiceCollection AddSurveys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SurveyTable>().AddSingleton<SecretTable>().AddSingleton<PasswordTable>().AddSingleton<LimitTable>().AddSingleton<ResponseTable>();
        services.AddSingleton<SurveyRegistry>().AddSingleton<SurveyClosing>().AddSingleton<SurveyMeter>().AddSingleton<SurveyScores>().AddSingleton<SurveyWatch>().AddSingleton<SurveyQuality>();
        services.AddSingleton<SheetProof>().AddSingleton<SurveyPosting>().AddSingleton<CodeIssuing>().AddSingleton<PasswordIssuing>();
        return configuration.GetValue(ShowingOtpSender.Setting, false)
            ? services.AddSingleton<IOtpSender, ShowingOtpSender>()
            : services.AddSingleton<IOtpSender, OutboxOtpSender>();
    }
}
