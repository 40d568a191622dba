# docker build --tag kpi .
# docker run --rm --env TZ=Europe/Paris --user "$(id -u):$(id -g)" --volume "$PWD:/shop" kpi report exports/

FROM node:20-slim AS package
WORKDIR /kpi
COPY package.json package-lock.json ./
# The build is a script of the package: it needs the sources.
RUN npm ci --ignore-scripts
COPY build.js LICENSE README.md ./
COPY bin ./bin/
COPY schema ./schema/
COPY src ./src/
RUN npm pack

FROM node:20-slim
COPY --from=package /kpi/kpi-*.tgz /tmp/kpi.tgz
RUN npm install --global /tmp/kpi.tgz && rm -r /tmp/kpi.tgz /root/.npm
# Days and weeks begin by it where neither --timezone nor kpi.yaml says another.
ENV TZ=UTC
USER node
WORKDIR /shop
ENTRYPOINT ["kpi"]
CMD ["--help"]
