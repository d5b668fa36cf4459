FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /source
COPY pom.xml ./
COPY src/main ./src/main
COPY frontend/assets ./frontend/assets
COPY db-changelog ./db-changelog
RUN mvn -B -q --no-transfer-progress -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home portal
USER portal
WORKDIR /home/portal
COPY --from=build /source/target/mentor-portal.jar ./
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "mentor-portal.jar"]
